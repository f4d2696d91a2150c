import { Table } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDuration } from '@/shared/format/time';
import { DefinitionName } from '@/shared/measures/definition-link';
import type { AgentFigure, QueueFigure } from '@/shared/measures/measure-ids';
import styles from '@/features/measures/measures.module.css';

interface FiguresTableProps<T extends QueueFigure | AgentFigure> {
  readonly of: 'queue' | 'agent';
  readonly label: string;
  readonly figures: readonly T[];
  readonly rows: readonly { readonly key: string; readonly name: ReactNode; readonly figures: ReadonlyMap<T, number | null> }[];
}

/** Figures in columns, each heading leading to its definition. */
export function FiguresTable<T extends QueueFigure | AgentFigure>({ of, label, figures, rows }: FiguresTableProps<T>) {
  const { t } = useTranslation();
  return (
    <Table
      size="small"
      rowKey="key"
      aria-label={label}
      pagination={false}
      scroll={{ x: 'max-content' }}
      dataSource={rows}
      columns={[
        { key: 'name', title: t(`measures.${of}`), fixed: 'left', width: 140, render: (_, row) => <strong>{row.name}</strong> },
        ...figures.map((field) => ({
          key: field,
          align: 'right' as const,
          title: <DefinitionName of={of} field={field} name={t(`measures.names.${field}`)} />,
          render: (_: unknown, row: (typeof rows)[number]) => <Value field={field} value={row.figures.get(field) ?? null} />,
        })),
      ]}
    />
  );
}

function Value({ field, value }: { field: QueueFigure | AgentFigure; value: number | null }) {
  const { t } = useTranslation();
  if (value === null) {
    return <span className={styles['quiet']}>–</span>;
  }
  if (field === 'serviceLevel') {
    return t('measures.percent', { value: (100 * value).toFixed(1) });
  }
  if (field === 'ringDelaySeconds' || field === 'averageSpeedOfAnswerSeconds') {
    return `${value.toFixed(2)} s`;
  }
  return field.endsWith('Seconds') ? formatDuration(value * 1000) : value;
}

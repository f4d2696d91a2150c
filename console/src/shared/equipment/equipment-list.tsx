import { Alert, Skeleton, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSaid, type Said } from '@/shared/api/said';
import { useEquipment, type Equipment } from '@/shared/equipment/use-equipment';
import { formatTableTime } from '@/shared/format/time';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import { Verdict } from '@/shared/ui/verdict';

interface Row {
  readonly code: string;
  readonly kind: Said;
  readonly filed: string | null;
  readonly running: string | null;
}

/** Each piece of equipment as it was filed and as it runs. */
export function EquipmentList() {
  const { t } = useTranslation();
  const said = useSaid();
  const equipment = useEquipment();
  if (equipment.isPending) {
    return <Skeleton active title={false} paragraph={{ rows: 5 }} />;
  }
  if (equipment.isError) {
    return <ProblemNotice error={equipment.error} onRetry={() => void equipment.refetch()} />;
  }
  const { filed } = equipment.data;
  return (
    <>
      {filed === null ? <Alert type="info" showIcon title={t('equipment.noneFiled')} description={t('equipment.noneFiledHint')} /> : null}
      {filed?.isAsFiled === false ? <Alert type="error" showIcon title={t('equipment.altered')} /> : null}
      <Table<Row>
        size="small"
        rowKey="code"
        aria-label={t('equipment.title')}
        pagination={false}
        dataSource={rowsOf(equipment.data)}
        {...(filed ? { footer: () => t('equipment.filedAt', { at: formatTableTime(filed.filedAt), by: filed.filedBy }) } : {})}
        columns={[
          { key: 'component', title: t('equipment.component'), render: (_, row) => said(row.kind) },
          { key: 'filed', title: t('equipment.filed'), render: (_, row) => <Version text={row.filed} /> },
          { key: 'running', title: t('equipment.running'), render: (_, row) => <Version text={row.running} /> },
          { key: 'result', title: t('claims.result'), width: 100, render: (_, row) => <Sameness row={row} /> },
        ]}
      />
    </>
  );
}

function Version({ text }: { text: string | null }) {
  return text === null ? '–' : <span style={{ overflowWrap: 'anywhere' }}>{text}</span>;
}

function Sameness({ row }: { row: Row }) {
  const { t } = useTranslation();
  if (row.filed === null) {
    return <Verdict kind="open" word={t('equipment.notFiled')} />;
  }
  if (row.running === null) {
    return <Verdict kind="bad" word={t('equipment.notRunning')} />;
  }
  return row.filed === row.running ? (
    <Verdict kind="good" word={t('equipment.same')} />
  ) : (
    <Verdict kind="bad" word={t('equipment.differs')} />
  );
}

function rowsOf({ running, filed }: Equipment): readonly Row[] {
  const items = filed?.items ?? [];
  const byCode = new Map([...items, ...running].map((item) => [item.code, item]));
  const versionIn = (list: Equipment['running'], code: string) => {
    const item = list.find((candidate) => candidate.code === code);
    return item ? `${item.name} ${item.version}` : null;
  };
  return [...byCode.values()].map((item) => ({
    code: item.code,
    kind: item,
    filed: versionIn(items, item.code),
    running: versionIn(running, item.code),
  }));
}

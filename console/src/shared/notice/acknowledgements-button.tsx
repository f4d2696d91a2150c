import { FileDoneOutlined } from '@ant-design/icons';
import { Button, Skeleton, Table, Tag, type TableColumnsType } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatTableTime } from '@/shared/format/time';
import { useAcknowledgements, type Acknowledgement } from '@/shared/notice/use-acknowledgements';
import { PersonName } from '@/shared/ui/person-name';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import { QuietEmpty } from '@/shared/ui/quiet-empty';
import { SideSheet } from '@/shared/ui/side-sheet';

/** Opens the list of who has acknowledged the notice that supervisors listen in. */
export function AcknowledgementsButton({ size = 'middle' }: { size?: 'small' | 'middle' }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size={size} icon={<FileDoneOutlined aria-hidden />} onClick={() => setOpen(true)}>
        {t('listening.acknowledgements.button')}
      </Button>
      <SideSheet open={isOpen} onClose={() => setOpen(false)} size={520} title={t('listening.acknowledgements.title')}>
        <Acknowledgements />
      </SideSheet>
    </>
  );
}

function Acknowledgements() {
  const { t } = useTranslation();
  const { data, isPending, error, refetch } = useAcknowledgements();
  const version = data?.version ?? 0;
  const columns = useColumns(version);
  if (isPending) {
    return <Skeleton active paragraph={{ rows: 6 }} />;
  }
  if (error) {
    return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  }
  if (data.items.length === 0) {
    return <QuietEmpty icon={<FileDoneOutlined aria-hidden />} title={t('listening.acknowledgements.none')} hint={t('listening.acknowledgements.noneHint')} />;
  }
  const done = data.items.filter((item) => item.version === version).length;
  return (
    <>
      <p style={{ marginBlockEnd: 12 }}>
        <strong>{t('listening.acknowledgements.summary', { version, done, all: data.items.length })}</strong>{' '}
        {done < data.items.length ? t('listening.acknowledgements.hint') : null}
      </p>
      <Table<Acknowledgement>
        size="small"
        rowKey="agent"
        columns={columns}
        dataSource={data.items}
        pagination={false}
        aria-label={t('listening.acknowledgements.title')}
      />
    </>
  );
}

function useColumns(current: number): TableColumnsType<Acknowledgement> {
  const { t } = useTranslation();
  return useMemo<TableColumnsType<Acknowledgement>>(
    () => [
      { key: 'agent', title: t('supervisor.agent'), render: (_, { agent, displayName }) => <PersonName account={agent} name={displayName} /> },
      { key: 'version', title: t('listening.acknowledgements.version'), render: (_, { version }) => <Version version={version} current={current} /> },
      {
        key: 'at',
        title: t('listening.acknowledgements.at'),
        render: (_, { acknowledgedAt }) => (acknowledgedAt === null ? '–' : formatTableTime(acknowledgedAt)),
      },
    ],
    [t, current],
  );
}

function Version({ version, current }: { version: number | null; current: number }) {
  const { t } = useTranslation();
  if (version === current) {
    return <Tag color="success" style={{ color: 'var(--kz-ink-ready)' }}>{t('listening.acknowledgements.done', { version })}</Tag>;
  }
  return (
    <Tag color="warning" style={{ color: 'var(--kz-ink-wrap-up)' }}>
      {version === null ? t('listening.acknowledgements.notYet') : t('listening.acknowledgements.other', { version })}
    </Tag>
  );
}

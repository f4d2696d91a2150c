import { Table, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { useConfiguredName } from '@/shared/api/use-configuration';
import { formatDuration, formatTableTime } from '@/shared/format/time';
import { PersonName } from '@/shared/ui/person-name';
import type { FoundRecording } from '@/features/auditor-desk/samples/recording-schema';
import styles from '@/features/auditor-desk/auditor-desk-page.module.css';

interface RecordingsTableProps {
  readonly recordings: readonly FoundRecording[];
  readonly onOpen: (call: string) => void;
}

/** Recordings, each opening its call. */
export function RecordingsTable({ recordings, onOpen }: RecordingsTableProps) {
  const { t } = useTranslation();
  const queueName = useConfiguredName('queues');
  const dispositionName = useConfiguredName('dispositions');
  return (
    <Table<FoundRecording>
      size="small"
      rowKey="offer"
      aria-label={t('samples.table')}
      dataSource={[...recordings]}
      pagination={false}
      sticky
      onRow={({ call }) => ({ onClick: () => onOpen(call), style: { cursor: 'pointer' } })}
      columns={[
        {
          key: 'startedAt',
          title: t('samples.startedAt'),
          width: 170,
          render: (_, { startedAt }) => <time dateTime={startedAt}>{formatTableTime(startedAt)}</time>,
        },
        { key: 'queue', title: t('calls.queue'), width: 120, render: (_, { queue }) => queueName(queue) },
        { key: 'agent', title: t('calls.agent'), width: 130, render: (_, { agent }) => <PersonName account={agent} /> },
        { key: 'length', title: t('samples.length'), width: 80, align: 'right', render: (_, { durationMillis }) => formatDuration(durationMillis) },
        { key: 'disposition', title: t('calls.disposition'), width: 120, render: (_, { disposition }) => (disposition === null ? '–' : dispositionName(disposition)) },
        {
          key: 'marks',
          title: t('samples.marks'),
          width: 150,
          render: (_, { destroyed, paused }) => (
            <>
              {destroyed ? <Tag>{t('samples.destroyed')}</Tag> : null}
              {paused ? <Tag color="warning" style={{ color: 'var(--kz-ink-wrap-up)' }}>{t('samples.paused')}</Tag> : null}
            </>
          ),
        },
        {
          key: 'call',
          title: t('calls.id'),
          render: (_, { call }) => (
            <button type="button" className={styles['open']} aria-label={t('calls.open', { id: call })} onClick={() => onOpen(call)}>
              {call}
            </button>
          ),
        },
      ]}
    />
  );
}

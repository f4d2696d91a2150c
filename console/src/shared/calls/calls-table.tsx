import { Skeleton, Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { asRequestError } from '@/shared/api/problem';
import type { Call } from '@/shared/calls/call-schema';
import { useCalls, type CallFilter } from '@/shared/calls/use-calls';
import { MoreButton } from '@/shared/ui/more-button';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import { QuietEmpty } from '@/shared/ui/quiet-empty';
import styles from '@/shared/calls/calls-table.module.css';

interface CallsTableProps {
  readonly filter: CallFilter;
  readonly columns: TableColumnsType<Call>;
  readonly onOpen?: (call: Call) => void;
  readonly openCall?: string | null;
}

/** A list of calls with its next pages, its empty place and its troubles. */
export function CallsTable({ filter, columns, onOpen, openCall }: CallsTableProps) {
  const { t } = useTranslation();
  const calls = useCalls(filter);
  if (calls.isPending) {
    return (
      <div className={styles['padded']}>
        <Skeleton active title={false} paragraph={{ rows: 8, width: '100%' }} />
      </div>
    );
  }
  if (calls.isError && asRequestError(calls.error).code === 'call.agent-unknown') {
    return <QuietEmpty title={t('calls.noSuchAgent')} hint={t('calls.noSuchAgentHint')} />;
  }
  if (calls.isError) {
    return (
      <div className={styles['padded']}>
        <ProblemNotice error={calls.error} onRetry={() => void calls.refetch()} />
      </div>
    );
  }
  const rows = calls.data.pages.flatMap((page) => page.items);
  if (rows.length === 0) {
    return <QuietEmpty title={t('calls.empty')} hint={t('calls.emptyHint')} />;
  }
  return (
    <>
      <Table<Call>
        size="small"
        rowKey="id"
        aria-label={t('calls.table')}
        columns={columns}
        dataSource={rows}
        pagination={false}
        sticky
        rowClassName={(call) => (call.id === openCall ? (styles['open'] ?? '') : '')}
        onRow={(call) => (onOpen ? { onClick: () => onOpen(call), style: { cursor: 'pointer' } } : {})}
      />
      <MoreButton list={calls} />
    </>
  );
}

import { HistoryOutlined } from '@ant-design/icons';
import { Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { useConfiguredName } from '@/shared/api/use-configuration';
import type { Call } from '@/shared/calls/call-schema';
import { OutcomeTag } from '@/shared/calls/outcome-tag';
import { formatClock, formatDuration, millisBetween } from '@/shared/format/time';
import { Panel } from '@/shared/ui/panel';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import { QuietEmpty } from '@/shared/ui/quiet-empty';
import { useOwnCalls } from '@/features/agent-desk/use-own-calls';
import styles from '@/features/agent-desk/history-column.module.css';

/** The agent's own calls of today. */
export function HistoryColumn({ user }: { user: string }) {
  const { t } = useTranslation();
  return (
    <Panel title={t('agent.history.tab')} extra={<span className={styles['soft']}>{t('common.today')}</span>}>
      <OwnCalls user={user} />
    </Panel>
  );
}

function OwnCalls({ user }: { user: string }) {
  const { t } = useTranslation();
  const { calls, isPending, isError, error, refetch } = useOwnCalls(user);
  if (isPending) {
    return (
      <div className={styles['padded']}>
        <Skeleton active title={false} paragraph={{ rows: 6, width: '100%' }} />
      </div>
    );
  }
  if (isError) {
    return (
      <div className={styles['padded']}>
        <ProblemNotice error={error} onRetry={() => void refetch()} />
      </div>
    );
  }
  if (calls.length === 0) {
    return <QuietEmpty icon={<HistoryOutlined aria-hidden />} title={t('agent.history.empty')} hint={t('agent.history.emptyHint')} />;
  }
  return (
    <ol className={styles['calls']}>
      {calls.map((call) => (
        <CallRow key={call.id} call={call} />
      ))}
    </ol>
  );
}

function CallRow({ call }: { call: Call }) {
  const queueName = useConfiguredName('queues');
  return (
    <li className={styles['call']}>
      <time dateTime={call.offeredAt ?? ''}>{call.offeredAt ? formatClock(call.offeredAt) : '–'}</time>
      <span className={styles['queue']}>{queueName(call.queue)}</span>
      <OutcomeTag outcome={call.outcome} />
      <span className={styles['length']}>
        {call.answeredAt && call.endedAt ? formatDuration(millisBetween(call.answeredAt, call.endedAt)) : '–'}
      </span>
    </li>
  );
}

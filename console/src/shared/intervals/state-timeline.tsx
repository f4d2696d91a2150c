import { Skeleton, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { useConfiguredName } from '@/shared/api/use-configuration';
import { agentStateSchema } from '@/shared/api/views';
import { formatClock, formatDuration } from '@/shared/format/time';
import { useIntervals, type StateInterval } from '@/shared/intervals/use-intervals';
import { Elapsed } from '@/shared/ui/elapsed';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import { QuietEmpty } from '@/shared/ui/quiet-empty';
import { StateTag } from '@/shared/ui/state-tag';
import styles from '@/shared/intervals/state-timeline.module.css';

interface StateTimelineProps {
  readonly agent: string;
  readonly from: string;
  readonly to: string;
  /** Since when the agent is in the present state: another one is read at once, and the last line runs. */
  readonly since?: string | undefined;
}

/** An agent's states as a bar over time and, below, as a list with times. */
export function StateTimeline({ agent, from, to, since }: StateTimelineProps) {
  const { t } = useTranslation();
  const intervals = useIntervals(agent, { from, to, since });
  if (intervals.isPending) {
    return <Skeleton active title={false} paragraph={{ rows: 4 }} />;
  }
  if (intervals.isError) {
    return <ProblemNotice error={intervals.error} onRetry={() => void intervals.refetch()} />;
  }
  const { items } = intervals.data;
  if (items.length === 0) {
    return <QuietEmpty title={t('calls.noIntervals')} />;
  }
  const end = Math.min(Date.parse(to), intervals.dataUpdatedAt);
  return (
    <>
      <Bar items={items} end={end} />
      <ol className={styles['list']}>
        {items.toReversed().map((interval) => (
          <Row key={keyOf(interval)} interval={interval} end={end} isRunning={since !== undefined && interval.endedAt === null} />
        ))}
      </ol>
    </>
  );
}

/** States can follow each other in the same instant. */
function keyOf({ startedAt, state }: StateInterval): string {
  return `${startedAt} ${state}`;
}

function lengthOf(interval: StateInterval, end: number): number {
  return Math.max(0, (interval.endedAt ? Date.parse(interval.endedAt) : end) - Date.parse(interval.startedAt));
}

function Bar({ items, end }: { items: readonly StateInterval[]; end: number }) {
  return (
    <div className={styles['bar']} aria-hidden>
      {items.map((interval) => (
        <Tooltip key={keyOf(interval)} title={`${formatClock(interval.startedAt)} ${formatDuration(lengthOf(interval, end))}`}>
          <span
            style={{ flexGrow: lengthOf(interval, end), background: `var(--kz-fill-${interval.state})` }}
            data-state={interval.state}
          />
        </Tooltip>
      ))}
    </div>
  );
}

function Row({ interval, end, isRunning }: { interval: StateInterval; end: number; isRunning: boolean }) {
  const reasonName = useConfiguredName('reasons');
  const state = agentStateSchema.safeParse(interval.state);
  return (
    <li className={styles['row']}>
      <time dateTime={interval.startedAt}>{formatClock(interval.startedAt)}</time>
      {state.success ? (
        <StateTag state={state.data} reason={interval.reason ? reasonName(interval.reason) : null} />
      ) : (
        <span>{interval.state}</span>
      )}
      <span className={styles['length']}>
        {isRunning ? <Elapsed since={interval.startedAt} /> : formatDuration(lengthOf(interval, end))}
      </span>
    </li>
  );
}

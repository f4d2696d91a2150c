import { useTranslation } from 'react-i18next';
import { useConfiguredName } from '@/shared/api/use-configuration';
import type { QueueView } from '@/shared/api/views';
import { formatDuration } from '@/shared/format/time';
import { useLive } from '@/shared/live/live-context';
import { useNow } from '@/shared/live/use-now';
import styles from '@/features/agent-desk/top/queue-glance.module.css';

const longWaitMillis = 60_000;

/** How many wait in each queue, and for how long: enough to know whether the pause can wait. */
export function QueueGlance() {
  const { t } = useTranslation();
  const queues = useLive((state) => state.queues);
  return (
    <ul className={styles['queues']} aria-label={t('agent.queues')}>
      {[...queues.values()].map((queue) => (
        <Queue key={queue.queue} queue={queue} />
      ))}
    </ul>
  );
}

function Queue({ queue }: { queue: QueueView }) {
  const { t } = useTranslation();
  const name = useConfiguredName('queues')(queue.queue);
  const now = useNow();
  const waitedMillis = queue.longestWaitingSince ? now - Date.parse(queue.longestWaitingSince) : null;
  const wait = waitedMillis === null ? null : formatDuration(waitedMillis);
  const words =
    queue.waiting > 0 && wait !== null
      ? t('agent.queueWaiting', { queue: name, count: queue.waiting, wait })
      : t('agent.queueQuiet', { queue: name });
  return (
    <li className={styles['queue']} title={words} data-long={(waitedMillis ?? 0) > longWaitMillis || undefined}>
      <span className="kz-only-heard">{words}</span>
      <span aria-hidden className={styles['name']}>
        {name}
      </span>
      <span aria-hidden className={styles['count']} data-quiet={queue.waiting === 0 || undefined}>
        {queue.waiting}
      </span>
      <span aria-hidden className={styles['wait']}>
        {wait ?? ''}
      </span>
    </li>
  );
}

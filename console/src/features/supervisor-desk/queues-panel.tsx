import { Skeleton, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useConfiguredName } from '@/shared/api/use-configuration';
import type { QueueView } from '@/shared/api/views';
import { useLive } from '@/shared/live/live-context';
import { DefinitionSign } from '@/shared/measures/definition-link';
import type { QueueFigure } from '@/shared/measures/measure-ids';
import { Elapsed } from '@/shared/ui/elapsed';
import { Panel } from '@/shared/ui/panel';
import { QuietEmpty } from '@/shared/ui/quiet-empty';
import { AgentsBar } from '@/features/supervisor-desk/agents-bar';
import type { QueueQuestion } from '@/features/supervisor-desk/queue-drawer';
import styles from '@/features/supervisor-desk/queues-panel.module.css';

type Ask = (question: QueueQuestion) => void;

/** One block per queue: few figures, large, each with its meaning on hover and the calls behind it on a click. */
export function QueuesPanel({ onAsk }: { onAsk: Ask }) {
  const { t } = useTranslation();
  const queues = useLive((state) => state.queues);
  const isThere = useLive((state) => state.hasSnapshot);
  const isStale = useLive((state) => state.hasSnapshot && state.connection !== 'open');
  return (
    <Panel title={t('supervisor.queues')} isStale={isStale}>
      {isThere ? null : (
        <div className={styles['queue']}>
          <Skeleton active />
        </div>
      )}
      {isThere && queues.size === 0 ? <QuietEmpty title={t('supervisor.noQueues')} hint={t('supervisor.noQueuesHint')} /> : null}
      <ul>
        {[...queues.values()].map((queue) => (
          <Queue key={queue.queue} queue={queue} onAsk={onAsk} />
        ))}
      </ul>
    </Panel>
  );
}

function Queue({ queue, onAsk }: { queue: QueueView; onAsk: Ask }) {
  const { t } = useTranslation();
  const name = useConfiguredName('queues')(queue.queue);
  const rate = queue.offeredToday > 0 ? `${Math.round((100 * queue.answeredToday) / queue.offeredToday)}%` : '–';
  const ask = (what: QueueQuestion['what']) => () => onAsk({ queue: queue.queue, what });
  return (
    <li className={styles['queue']} aria-label={name}>
      <h3 className={styles['name']}>{name}</h3>
      <div className={styles['now']}>
        <Figure word={t('supervisor.waiting')} hint={t('supervisor.hint.waiting')} isLarge isAlive={queue.waiting > 0} onClick={ask('waiting')}>
          {queue.waiting}
        </Figure>
        <Figure word={t('supervisor.longest')} hint={t('supervisor.hint.longest')} isLarge isAlive={queue.longestWaitingSince !== null}>
          {queue.longestWaitingSince ? <Elapsed since={queue.longestWaitingSince} /> : '–'}
        </Figure>
      </div>
      <div className={styles['today']}>
        <Figure field="offered" word={t('supervisor.offered')} hint={t('supervisor.hint.offered')} onClick={ask('offered')}>
          {queue.offeredToday}
        </Figure>
        <Figure field="answered" word={t('supervisor.answered')} hint={t('supervisor.hint.answered')} onClick={ask('answered')}>
          {queue.answeredToday}
        </Figure>
        <Figure field="abandoned" word={t('supervisor.abandoned')} hint={t('supervisor.hint.abandoned')} onClick={ask('abandoned')}>
          {queue.abandonedToday}
        </Figure>
        <Figure word={t('supervisor.answerRate')} hint={t('supervisor.hint.answerRate')}>
          {rate}
        </Figure>
      </div>
      <AgentsBar agents={queue.agents} />
    </li>
  );
}

interface FigureProps {
  readonly word: string;
  /** The published measure that it shows: its definition is one click away. Without one, the hint defines it. */
  readonly field?: QueueFigure;
  readonly hint: string;
  readonly isLarge?: boolean;
  readonly isAlive?: boolean;
  readonly onClick?: () => void;
  readonly children: ReactNode;
}

function Figure({ word, field, hint, isLarge = false, isAlive = true, onClick, children }: FigureProps) {
  const inside = (
    <>
      <span className={styles['word']}>{word}</span>
      <span className={styles['value']} data-quiet={!isAlive || undefined}>
        {children}
      </span>
    </>
  );
  return (
    <div className={styles['measure']}>
      <Tooltip title={hint}>
        {onClick ? (
          <button type="button" className={styles['figure']} data-large={isLarge || undefined} onClick={onClick}>
            {inside}
          </button>
        ) : (
          <div className={styles['figure']} data-large={isLarge || undefined}>
            {inside}
          </div>
        )}
      </Tooltip>
      {field ? <DefinitionSign of="queue" field={field} name={word} /> : null}
    </div>
  );
}

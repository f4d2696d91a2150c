import { Timeline } from 'antd';
import { useTranslation } from 'react-i18next';
import { useConfiguredName } from '@/shared/api/use-configuration';
import { Moment } from '@/shared/calls/call-facts';
import type { Journey } from '@/shared/calls/use-call-details';
import styles from '@/shared/calls/caller-journey.module.css';

const kinds = [
  'entered',
  'notice',
  'recording-refused',
  'scored',
  'compared',
  'holidays-unknown',
  'too-many-steps',
  'turned-away',
  'place-kept',
  'message-left',
  'language',
  'lent',
  'returned',
  'queued',
  'told',
  'ended',
  'hung-up',
] as const;
type Kind = (typeof kinds)[number];

/** What the emergency switch ended has words of its own. */
function kindOf({ kind, name }: Journey['steps'][number]): Kind | 'closed' | 'other' {
  if (kind === 'ended' && name.startsWith('closed')) {
    return 'closed';
  }
  return isKind(kind) ? kind : 'other';
}

function isKind(kind: string): kind is Kind {
  return kinds.some((known) => known === kind);
}

/** What a step is about, by its name where it has one. */
function useStepName() {
  const queueName = useConfiguredName('queues');
  const serviceName = useConfiguredName('selfServices');
  return ({ kind, name }: Journey['steps'][number]): string => {
    if (kind === 'message-left') {
      return queueName(name);
    }
    return kind === 'lent' ? serviceName(name) : name || kind;
  };
}

/** Where a caller was led, step by step, and by which version of which flow. */
export function CallerJourney({ journey }: { journey: Journey }) {
  const { t } = useTranslation();
  const nameOf = useStepName();
  return (
    <div className={styles['journey']}>
      <p>{journey.flow ? t('journey.flow', { flow: journey.flow, version: journey.version }) : t('journey.noFlow')}</p>
      <Timeline
        items={journey.steps.map((step, at) => ({
          key: at,
          content: (
            <>
              <Moment at={step.at} />{' '}
              {t(`journey.kind.${kindOf(step)}`, {
                name: nameOf(step),
                score: step.score ?? '',
              })}
            </>
          ),
        }))}
      />
    </div>
  );
}

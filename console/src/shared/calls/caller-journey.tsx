import { Timeline } from 'antd';
import { useTranslation } from 'react-i18next';
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
  'ended',
  'hung-up',
] as const;
type Kind = (typeof kinds)[number];

function isKind(kind: string): kind is Kind {
  return kinds.some((known) => known === kind);
}

/** Where a caller was led, step by step, and by which version of which flow. */
export function CallerJourney({ journey }: { journey: Journey }) {
  const { t } = useTranslation();
  return (
    <div className={styles['journey']}>
      <p>{t('journey.flow', { flow: journey.flow, version: journey.version })}</p>
      <Timeline
        items={journey.steps.map((step, at) => ({
          key: at,
          content: (
            <>
              <Moment at={step.at} />{' '}
              {t(`journey.kind.${isKind(step.kind) ? step.kind : 'other'}`, {
                name: step.name || step.kind,
                score: step.score ?? '',
              })}
            </>
          ),
        }))}
      />
    </div>
  );
}

import { useTranslation } from 'react-i18next';
import type { Step } from '@/shared/calls/use-call-details';
import { formatMicros, formatPreciseClock } from '@/shared/format/time';
import styles from '@/features/auditor-desk/call-waterfall.module.css';

const known = ['invite', 'announced', 'durable', 'originate', 'agent-invite', 'ringing', 'answered', 'shown'] as const;

/** Where the time of a call went, step by step: the machine's steps to one scale, the person's set apart. */
export function CallWaterfall({ steps }: { steps: readonly Step[] }) {
  const { t } = useTranslation();
  if (steps.length === 0) {
    return <p className={styles['soft']}>{t('waterfall.none')}</p>;
  }
  const machineMicros = steps.reduce((sum, step) => sum + (isPersons(step) ? 0 : step.micros), 0);
  const rows = placed(steps);
  return (
    <>
      <p className={styles['soft']}>{t('waterfall.hint')}</p>
      <ol className={styles['steps']}>
        {rows.map(({ step, before }) => {
          const name = known.find((candidate) => candidate === step.step);
          return (
            <li key={step.step} className={styles['step']}>
              <span>{name ? t(`waterfall.steps.${name}`) : step.step}</span>
              <time dateTime={step.at} className={styles['soft']}>
                {formatPreciseClock(step.at)}
              </time>
              <span className={styles['lane']} aria-hidden>
                <span
                  data-person={isPersons(step) || undefined}
                  style={{
                    marginLeft: `min(${(100 * before) / Math.max(1, machineMicros)}%, calc(100% - 14px))`,
                    width: isPersons(step) ? '14px' : `${(100 * step.micros) / Math.max(1, machineMicros)}%`,
                  }}
                />
              </span>
              <span className={styles['took']} title={isPersons(step) ? t('waterfall.person') : ''}>
                {step === steps[0] ? '' : `+${formatMicros(step.micros)}`}
              </span>
            </li>
          );
        })}
      </ol>
      <p className={styles['soft']}>{t('waterfall.total', { time: formatMicros(machineMicros) })}</p>
    </>
  );
}

/** How long an agent lets it ring is no property of the machine. */
const isPersons = (step: Step) => step.step === 'answered';

/** Each step with the machine's time before it. */
function placed(steps: readonly Step[]): readonly { step: Step; before: number }[] {
  const ends = steps.map((_, index) => steps.slice(0, index).reduce((sum, step) => sum + (isPersons(step) ? 0 : step.micros), 0));
  return steps.map((step, index) => ({ step, before: ends[index] ?? 0 }));
}

import { useTranslation } from 'react-i18next';
import type { CallDetails } from '@/shared/calls/use-call-details';
import { formatMicros, formatPreciseClock } from '@/shared/format/time';
import { rowsOf, type Row } from '@/features/auditor-desk/waterfall-rows';
import styles from '@/features/auditor-desk/call-waterfall.module.css';

const known = ['invite', 'announced', 'flow', 'durable', 'waited', 'originate', 'agent-invite', 'ringing', 'answered', 'shown'] as const;

/** Where the time of a call went, step by step: the machine's steps to one scale, people's time set apart. */
export function CallWaterfall({ call }: { call: CallDetails }) {
  const { t } = useTranslation();
  if (call.waterfall.length === 0) {
    return <p className={styles['soft']}>{t('waterfall.none')}</p>;
  }
  const rows = rowsOf(call);
  const machineMicros = sumOf(rows);
  return (
    <>
      <p className={styles['soft']}>{t('waterfall.hint')}</p>
      <ol className={styles['steps']}>
        {rows.map((row, at) => (
          <StepLine key={row.step} row={row} before={sumOf(rows.slice(0, at))} machineMicros={Math.max(1, machineMicros)} isFirst={at === 0} />
        ))}
      </ol>
      <p className={styles['soft']}>{t('waterfall.total', { time: formatMicros(machineMicros) })}</p>
    </>
  );
}

/** The machine's time in these rows. */
function sumOf(rows: readonly Row[]): number {
  return rows.reduce((sum, row) => sum + (row.isPersons ? 0 : row.micros), 0);
}

interface StepLineProps {
  readonly row: Row;
  /** The machine's time before it. */
  readonly before: number;
  readonly machineMicros: number;
  readonly isFirst: boolean;
}

function StepLine({ row, before, machineMicros, isFirst }: StepLineProps) {
  const { t } = useTranslation();
  const name = known.find((candidate) => candidate === row.step);
  return (
    <li className={styles['step']}>
      <span>{name ? t(`waterfall.steps.${name}`) : row.step}</span>
      <time dateTime={row.at} className={styles['soft']}>
        {formatPreciseClock(row.at)}
      </time>
      <span className={styles['lane']} aria-hidden>
        <span
          data-person={row.isPersons || undefined}
          style={{
            marginLeft: `min(${(100 * before) / machineMicros}%, calc(100% - 14px))`,
            width: row.isPersons ? '14px' : `${(100 * row.micros) / machineMicros}%`,
          }}
        />
      </span>
      <span className={styles['took']} data-person={row.isPersons || undefined}>
        {isFirst ? '' : `+${formatMicros(row.micros)}`}
      </span>
    </li>
  );
}

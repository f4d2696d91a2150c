import { useTranslation } from 'react-i18next';
import type { Recording } from '@/shared/calls/use-call-details';
import { formatDuration } from '@/shared/format/time';
import styles from '@/shared/recordings/recording-player.module.css';

type Gaps = Recording['gaps'];

/** Where the recording is silent, drawn on the player's track. */
export function GapMarks({ gaps, lengthMillis }: { gaps: Gaps; lengthMillis: number }) {
  return (
    <>
      {gaps.map(({ fromMillis, toMillis }) => (
        <span
          key={fromMillis}
          aria-hidden
          className={styles['gap']}
          style={{ left: percent(fromMillis, lengthMillis), width: percent(toMillis - fromMillis, lengthMillis) }}
        />
      ))}
    </>
  );
}

function percent(millis: number, of: number): string {
  return `${of <= 0 ? 0 : Math.min(100, (millis / of) * 100)}%`;
}

/** The same in words. */
export function GapList({ gaps }: { gaps: Gaps }) {
  const { t } = useTranslation();
  if (gaps.length === 0) {
    return null;
  }
  return (
    <ul className={styles['gaps']}>
      {gaps.map(({ fromMillis, toMillis, endedBy }) => (
        <li key={fromMillis}>
          {t('recording.gap', { from: formatDuration(fromMillis), to: formatDuration(toMillis), by: t(`recording.gapEnds.${endedBy}`) })}
        </li>
      ))}
    </ul>
  );
}

import { useTranslation } from 'react-i18next';
import type { CallQuality, QualityLevel } from '@/shared/softphone/call-quality';
import { useCallQuality } from '@/shared/softphone/use-call-quality';
import styles from '@/features/agent-desk/call/quality-meter.module.css';

const bars: Record<QualityLevel, number> = { measuring: 0, none: 0, poor: 1, fair: 2, good: 3 };

/** How well the two hear each other, as bars and a word; the figures behind it on hover. */
export function QualityMeter() {
  const { t } = useTranslation();
  const quality = useCallQuality();
  return (
    <div className={styles['quality']} data-level={quality.level} title={useDetail(quality)}>
      <span>{t('phone.quality.label')}</span>
      <span className={styles['bars']} aria-hidden>
        {[1, 2, 3].map((bar) => (
          <i key={bar} data-on={bar <= bars[quality.level] || undefined} />
        ))}
      </span>
      <span className={styles['word']}>{t(`phone.quality.${quality.level}`)}</span>
    </div>
  );
}

function useDetail({ level, lossPercent, jitterMillis, roundTripMillis }: CallQuality): string | undefined {
  const { t } = useTranslation();
  if (level === 'measuring' || level === 'none') {
    return undefined;
  }
  const figures = { loss: lossPercent, jitter: jitterMillis };
  return roundTripMillis === null
    ? t('phone.quality.detail', figures)
    : t('phone.quality.detailRoundTrip', { ...figures, roundTrip: roundTripMillis });
}

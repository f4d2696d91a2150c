import { useTranslation } from 'react-i18next';
import type { LineQuality } from '@/shared/api/views';

/** The figures behind a grade, for who wants them. */
export function useLineFigures(quality: LineQuality | null): string | undefined {
  const { t } = useTranslation();
  if (quality === null) {
    return undefined;
  }
  const figures = { mos: quality.mos.toFixed(2), loss: quality.lossPercent, jitter: quality.jitterMillis };
  return quality.roundTripMillis === null
    ? t('quality.figures', figures)
    : t('quality.figuresRoundTrip', { ...figures, roundTrip: quality.roundTripMillis });
}

import { useTranslation } from 'react-i18next';
import { oneOf } from '@/features/outside/words';

const names = [
  'outbound.enabled',
  'outbound.allowed-purposes',
  'outbound.consent-validity-days',
  'outbound.request-validity-days',
  'outbound.hours',
  'outbound.open-on-holidays',
  'outbound.max-per-number-day',
  'outbound.max-per-number-week',
  'outbound.gap-minutes',
  'outbound.max-per-own-number-hour',
  'outbound.max-per-own-number-minute',
  'outbound.retention-days',
  'recording.retention-inbound-days',
  'recording.retention-outbound-days',
  'recording.share-inbound',
  'recording.share-outbound',
  'recording.queues-not-recorded',
  'device.test-demanded',
  'device.mobile',
] as const;

/** A parameter's name in the person's language; one that is not known here stands by its key. */
export function useParameterName(): (key: string) => string {
  const { t } = useTranslation();
  return (key) => {
    const known = oneOf(names, key);
    return known === undefined ? key : t(`parameters.${known}`);
  };
}

import { useTranslation } from 'react-i18next';
import { formatPreciseClock, formatTableDate } from '@/shared/format/time';
import { Seal } from '@/shared/ui/seal';

interface SealedLookProps {
  readonly position: string | number;
  /** When the record was written. */
  readonly at?: string | null;
}

/** The seal of what was derived from the journal: where the record stands, when it was written, how it is checked. */
export function SealedLook({ position, at }: SealedLookProps) {
  const { t } = useTranslation();
  const written = at ? [[t('calls.sealed.at'), `${formatTableDate(at)} ${formatPreciseClock(at)}`] as const] : [];
  return (
    <Seal
      label={t('calls.sealed.label')}
      words={t('calls.sealed.position', { position })}
      hint={t('calls.sealed.hint')}
      facts={[...written, [t('calls.sealed.verifiedBy'), t('calls.sealed.replay')]]}
      copy={{ label: t('calls.sealed.copy'), value: String(position) }}
    />
  );
}

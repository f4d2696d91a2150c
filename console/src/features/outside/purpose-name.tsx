import { useTranslation } from 'react-i18next';
import { oneOf, purposes } from '@/features/outside/words';

/** A purpose in the person's language; one that is none of ours as it was written. */
export function PurposeName({ purpose }: { purpose: string }) {
  const { t } = useTranslation();
  const known = oneOf(purposes, purpose);
  return <>{known === undefined ? purpose : t(`outside.purpose.${known}`)}</>;
}

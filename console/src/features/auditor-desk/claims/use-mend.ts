import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useSaid } from '@/shared/api/said';
import type { Claim } from '@/features/auditor-desk/claims/claim-schema';

/** What to do about a claim. One that nobody has tried yet needs no repair but a test; one that holds needs nothing. */
export function useMend(): (claim: Pick<Claim, 'state' | 'mend'>) => string | null {
  const { t } = useTranslation();
  const said = useSaid();
  return useCallback(
    (claim) => {
      if (claim.state === 'unproven') return t('claims.mendUnproven');
      return claim.state === 'red' && claim.mend ? said(claim.mend) : null;
    },
    [t, said],
  );
}

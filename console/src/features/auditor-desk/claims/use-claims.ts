import { useQuery } from '@tanstack/react-query';
import { request } from '@/shared/api/request';
import { listOf } from '@/shared/api/views';
import { claimFileSchema, claimSchema } from '@/features/auditor-desk/claims/claim-schema';

const refreshMillis = 3_000;

/** GET /api/claims, read again every few seconds: a claim that turned red shows without a click. */
export function useClaims() {
  return useQuery({
    queryKey: ['claims'],
    queryFn: ({ signal }) => request(listOf(claimSchema), '/api/claims', { signal }),
    refetchInterval: refreshMillis,
  });
}

/** GET /api/claims/{id}: one claim with its runs. */
export function useClaim(id: string) {
  return useQuery({
    queryKey: ['claims', id],
    queryFn: ({ signal }) => request(claimFileSchema, `/api/claims/${encodeURIComponent(id)}`, { signal }),
    refetchInterval: refreshMillis,
  });
}

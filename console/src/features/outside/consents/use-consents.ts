import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { request, requestNothing } from '@/shared/api/request';
import { instantSchema, orNull } from '@/shared/api/views';

const consentSchema = z.object({
  id: z.string(),
  number: z.string(),
  purpose: z.string(),
  means: z.string(),
  call: orNull(z.string()),
  textVersion: z.string(),
  givenAt: instantSchema,
  expiresAt: instantSchema,
  recordedBy: z.string(),
  withdrawnAt: orNull(instantSchema),
});
export type Consent = z.infer<typeof consentSchema>;
const listSchema = z.object({ items: z.array(consentSchema) });

/** The newest consents, or those of one number: then by a POST, so that the number stands in no address. */
export function useConsents(number: string) {
  return useQuery({
    queryKey: ['outside', 'consents', number],
    queryFn: ({ signal }) =>
      number === ''
        ? request(listSchema, '/api/consents', { signal })
        : request(listSchema, '/api/consents/search', { method: 'POST', body: { number }, signal }),
    retry: false,
  });
}

export interface NewConsent {
  readonly number: string;
  readonly purpose: string;
  readonly means: string;
  readonly textVersion: string;
}

/** POST /api/consents. */
export function useRecordConsent() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (consent: NewConsent) => request(z.object({ id: z.string() }), '/api/consents', { method: 'POST', body: consent }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['outside', 'consents'] }),
  });
}

/** POST /api/consents/{id}/withdrawal. */
export function useWithdrawConsent() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => requestNothing(`/api/consents/${encodeURIComponent(id)}/withdrawal`, { method: 'POST', body: {} }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['outside', 'consents'] }),
  });
}

import { useMutation } from '@tanstack/react-query';
import { z } from 'zod';
import { request } from '@/shared/api/request';

const clearSchema = z.object({ number: z.string().nullish(), name: z.string().nullish() });
export type ClearParty = z.infer<typeof clearSchema>;

/** POST /api/customers/{id}/disclosure: the clear name and number, for a reason that is recorded. Never cached. */
export function useDisclosure(id: string) {
  return useMutation({
    gcTime: 0,
    mutationFn: (reason: string) =>
      request(clearSchema, `/api/customers/${encodeURIComponent(id)}/disclosure`, { method: 'POST', body: { reason } }),
  });
}

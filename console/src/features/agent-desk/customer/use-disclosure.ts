import { useMutation } from '@tanstack/react-query';
import { z } from 'zod';
import { request } from '@/shared/api/request';

const clearSchema = z.object({ number: z.string().nullish(), name: z.string().nullish() });
export type ClearParty = z.infer<typeof clearSchema>;

/** Why: in words, or because the caller was verified in this call. */
export type DisclosureGround = { readonly reason: string } | { readonly call: string };

/** POST /api/customers/{id}/disclosure: the clear name and number, for a reason that is recorded. Never cached. */
export function useDisclosure(id: string) {
  return useMutation({
    gcTime: 0,
    mutationFn: (ground: DisclosureGround) =>
      request(clearSchema, `/api/customers/${encodeURIComponent(id)}/disclosure`, { method: 'POST', body: ground }),
  });
}

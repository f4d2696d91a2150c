import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { request } from '@/shared/api/request';
import { instantSchema, orNull } from '@/shared/api/views';

export const factKinds = ['pin', 'document', 'birthday'] as const;
export type FactKind = (typeof factKinds)[number];

const standingSchema = z.object({
  customer: z.string(),
  asks: z.number(),
  kinds: z.array(z.enum(factKinds)),
  state: z.enum(['none', 'open', 'passed', 'locked']),
  left: z.number(),
  lockedUntil: orNull(instantSchema),
});
export type Verification = z.infer<typeof standingSchema>;

const path = (call: string) => `/api/calls/${encodeURIComponent(call)}/verification`;

/** GET /api/calls/{id}/verification: how the caller of the agent's own call stands. */
export function useVerification(call: string) {
  return useQuery({
    queryKey: ['verification', call],
    queryFn: ({ signal }) => request(standingSchema, path(call), { signal }),
  });
}

/** POST /api/calls/{id}/verification: what was said is compared, and kept nowhere. */
export function useVerify(call: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (answers: Partial<Record<FactKind, string>>) =>
      request(standingSchema, path(call), { method: 'POST', body: { answers } }),
    onSuccess: (now) => cache.setQueryData(['verification', call], now),
    gcTime: 0,
  });
}

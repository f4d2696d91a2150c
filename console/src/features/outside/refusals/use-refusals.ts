import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { request, requestNothing } from '@/shared/api/request';
import { instantSchema, orNull } from '@/shared/api/views';

const refusalSchema = z.object({
  id: z.string(),
  number: z.string(),
  reason: z.string(),
  addedBy: z.string(),
  addedAt: instantSchema,
  reversedAt: orNull(instantSchema),
});
export type RefusalRow = z.infer<typeof refusalSchema>;
const key = ['outside', 'do-not-call'];

/** GET /api/do-not-call, newest first. */
export function useRefusals(isAllowed: boolean) {
  return useQuery({
    queryKey: key,
    queryFn: ({ signal }) => request(z.object({ items: z.array(refusalSchema) }), '/api/do-not-call', { signal }),
    enabled: isAllowed,
  });
}

export interface NewRefusal {
  readonly number: string;
  readonly reason: string;
}

/** POST /api/do-not-call: holds at once. */
export function useAddRefusal() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (refusal: NewRefusal) => request(z.object({ id: z.string() }), '/api/do-not-call', { method: 'POST', body: refusal }),
    onSuccess: () => queries.invalidateQueries({ queryKey: key }),
  });
}

/** POST /api/do-not-call/{id}/reversal: the person asked to be called again. */
export function useReverseRefusal() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => requestNothing(`/api/do-not-call/${encodeURIComponent(id)}/reversal`, { method: 'POST', body: {} }),
    onSettled: () => queries.invalidateQueries({ queryKey: key }),
  });
}

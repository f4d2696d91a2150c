import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { request, requestNothing } from '@/shared/api/request';
import { instantSchema, orNull } from '@/shared/api/views';
import { liveKey } from '@/shared/live/live-topics';

const callbackSchema = z.object({
  id: z.string(),
  number: z.string(),
  queue: z.string(),
  dueAt: instantSchema,
  state: z.enum(['scheduled', 'due', 'done', 'failed', 'cancelled']),
  outcome: z.string(),
  call: orNull(z.string()),
});
export type Callback = z.infer<typeof callbackSchema>;

const listSchema = z.object({ items: z.array(callbackSchema) });
const key = liveKey('callbacks');

/** GET /api/callbacks: whom the platform calls again who was not reached, what is to come first. */
export function useCallbacks() {
  return useQuery({
    queryKey: key,
    queryFn: ({ signal }) => request(listSchema, '/api/callbacks', { signal }),
  });
}

/** DELETE /api/callbacks/{id}: nobody is called there again. */
export function useCancelCallback() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => requestNothing(`/api/callbacks/${encodeURIComponent(id)}`, { method: 'DELETE' }),
    onSettled: () => cache.invalidateQueries({ queryKey: key }),
  });
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { request } from '@/shared/api/request';
import { instantSchema, orNull } from '@/shared/api/views';
import { liveKey } from '@/shared/live/live-topics';

const messageSchema = z.object({
  call: z.string(),
  queue: z.string(),
  leftAt: instantSchema,
  seconds: z.number(),
  number: orNull(z.string()),
  customer: orNull(z.object({ id: z.string(), name: z.string() })),
  doneAt: orNull(instantSchema),
  doneBy: orNull(z.string()),
});
export type Message = z.infer<typeof messageSchema>;

const listSchema = z.object({ items: z.array(messageSchema) });

/** GET /api/messages: what callers have left for the queues that this person serves. */
export function useMessages(isDone: boolean) {
  return useQuery({
    queryKey: liveKey('messages', isDone ? 'done' : 'open'),
    queryFn: ({ signal }) => request(listSchema, `/api/messages?done=${String(isDone)}`, { signal }),
  });
}

/** PUT /api/messages/{call}: done, or to be done again. */
export function useMarkMessage() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ call, done }: { call: string; done: boolean }) =>
      request(messageSchema, `/api/messages/${encodeURIComponent(call)}`, { method: 'PUT', body: { done } }),
    onSuccess: () => cache.invalidateQueries({ queryKey: liveKey('messages') }),
  });
}

/** POST /api/messages/{call}/callback: the agent's phone rings first. */
export function useCallBackMessage() {
  return useMutation({
    mutationFn: (call: string) =>
      request(z.object({ call: z.string() }), `/api/messages/${encodeURIComponent(call)}/callback`, { method: 'POST' }),
  });
}

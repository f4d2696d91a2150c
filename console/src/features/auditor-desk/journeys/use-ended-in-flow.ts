import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { request } from '@/shared/api/request';
import { instantSchema, orNull } from '@/shared/api/views';
import { journeySchema } from '@/shared/calls/use-call-details';

const endedSchema = z.object({
  call: z.string(),
  number: orNull(z.string()),
  beganAt: instantSchema,
  endedAt: instantSchema,
  flow: z.string(),
  version: z.number(),
  ending: z.string(),
});
export type EndedInFlow = z.infer<typeof endedSchema>;

const pageSchema = z.object({ items: z.array(endedSchema), next: orNull(z.string()) });
const firstPage: string | null = null;

/** GET /api/journeys: callers who came to no queue, page after page; `flow` is empty where the number dialled has none. */
export function useEndedInFlow() {
  return useInfiniteQuery({
    queryKey: ['journeys'],
    initialPageParam: firstPage,
    queryFn: ({ pageParam, signal }) =>
      request(pageSchema, pageParam === null ? '/api/journeys' : `/api/journeys?after=${encodeURIComponent(pageParam)}`, { signal }),
    getNextPageParam: (page) => page.next,
  });
}

/** GET /api/journeys/{call}. */
export function useJourney(call: string) {
  return useQuery({
    queryKey: ['journeys', 'one', call],
    queryFn: ({ signal }) => request(journeySchema, `/api/journeys/${encodeURIComponent(call)}`, { signal }),
  });
}

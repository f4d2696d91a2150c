import { useQuery } from '@tanstack/react-query';
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

/** GET /api/journeys: callers who came to no queue; `flow` is empty where the number dialled has none. */
export function useEndedInFlow() {
  return useQuery({
    queryKey: ['journeys'],
    queryFn: ({ signal }) => request(z.object({ items: z.array(endedSchema) }), '/api/journeys', { signal }),
  });
}

/** GET /api/journeys/{call}. */
export function useJourney(call: string) {
  return useQuery({
    queryKey: ['journeys', call],
    queryFn: ({ signal }) => request(journeySchema, `/api/journeys/${encodeURIComponent(call)}`, { signal }),
  });
}

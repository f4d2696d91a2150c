import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { request } from '@/shared/api/request';
import { instantSchema, orNull } from '@/shared/api/views';

const stateWord = z.string().transform((value) => value.toLowerCase().replaceAll('_', '-'));

const intervalsSchema = z.object({
  items: z.array(
    z.object({
      state: stateWord,
      reason: z.string().nullish(),
      startedAt: instantSchema,
      endedAt: orNull(instantSchema),
      call: z.string().nullish(),
    }),
  ),
});
export type StateInterval = z.infer<typeof intervalsSchema>['items'][number];

/** GET /api/agents/{agent}/intervals: the states of one agent between two instants. */
export function useIntervals(agent: string | null, from: string, to: string) {
  return useQuery({
    queryKey: ['intervals', agent, from, to],
    enabled: agent !== null,
    queryFn: ({ signal }) => {
      const search = new URLSearchParams({ from, to });
      return request(intervalsSchema, `/api/agents/${encodeURIComponent(agent ?? '')}/intervals?${search.toString()}`, {
        signal,
      });
    },
    staleTime: 10_000,
  });
}

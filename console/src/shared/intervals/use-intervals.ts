import { keepPreviousData, useQuery } from '@tanstack/react-query';
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

interface Span {
  readonly from: string;
  readonly to: string;
  /** Since when the agent is in the state that the desk shows. */
  readonly since?: string | undefined;
}

const soonMillis = 1_000;

/**
 * GET /api/agents/{agent}/intervals: the states of one agent between two instants; read anew with each new state, and
 * again for as long as the records do not have it yet.
 */
export function useIntervals(agent: string, { from, to, since }: Span) {
  return useQuery({
    queryKey: ['intervals', agent, from, to, since],
    queryFn: ({ signal }) => {
      const search = new URLSearchParams({ from, to });
      return request(intervalsSchema, `/api/agents/${encodeURIComponent(agent)}/intervals?${search.toString()}`, {
        signal,
      });
    },
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => {
      const last = state.data?.items.at(-1);
      return since !== undefined && last !== undefined && Date.parse(last.startedAt) < Date.parse(since) ? soonMillis : false;
    },
    staleTime: 10_000,
  });
}

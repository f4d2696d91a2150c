import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { request } from '@/shared/api/request';
import { orNull } from '@/shared/api/views';

const outcomeSchema = z.object({ result: orNull(z.string()), rules: z.array(z.string()) });
export type OutsideOutcome = z.infer<typeof outcomeSchema>;

const dialling = 1_000;

/** GET /api/agent/calls/{id}: what came of dialling the customer; asked again while that is not known. */
export function useOutsideResult(call: string, isAsked: boolean) {
  return useQuery({
    queryKey: ['outside-result', call],
    queryFn: ({ signal }) => request(outcomeSchema, `/api/agent/calls/${encodeURIComponent(call)}`, { signal }),
    enabled: isAsked,
    refetchInterval: ({ state }) => (state.data?.result == null && state.error === null ? dialling : false),
  });
}

import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { request } from '@/shared/api/request';
import { orNull } from '@/shared/api/views';
import { liveKey } from '@/shared/live/live-topics';

const outcomeSchema = z.object({ result: orNull(z.string()), rules: z.array(z.string()) });
export type OutsideOutcome = z.infer<typeof outcomeSchema>;

/** GET /api/agent/calls/{id}: what came of dialling the customer, once that is known. */
export function useOutsideResult(call: string, isAsked: boolean) {
  return useQuery({
    queryKey: liveKey('outside-result', call),
    queryFn: ({ signal }) => request(outcomeSchema, `/api/agent/calls/${encodeURIComponent(call)}`, { signal }),
    enabled: isAsked,
  });
}

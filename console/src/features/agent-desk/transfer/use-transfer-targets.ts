import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { request } from '@/shared/api/request';
import { agentStateSchema, instantSchema, orNull } from '@/shared/api/views';

const targetsSchema = z.object({
  queues: z.array(
    z.object({
      queue: z.string(),
      waiting: z.number(),
      longestWaitingSince: orNull(instantSchema),
      readyAgents: z.number(),
    }),
  ),
  agents: z.array(z.object({ agent: z.string(), displayName: z.string(), state: agentStateSchema, since: instantSchema })),
  outsideNumbers: z.array(z.object({ id: z.string(), label: z.string(), number: z.string() })).default([]),
});
export type TransferTargets = z.infer<typeof targetsSchema>;

/** GET /api/agent/transfer-targets: as things stand when the dialog opens; the platform decides again when asked. */
export function useTransferTargets(isOpen: boolean) {
  return useQuery({
    queryKey: ['transfer-targets'],
    queryFn: ({ signal }) => request(targetsSchema, '/api/agent/transfer-targets', { signal }),
    enabled: isOpen,
    staleTime: 0,
    gcTime: 0,
  });
}

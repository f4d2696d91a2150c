import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { request } from '@/shared/api/request';
import { instantSchema, orNull } from '@/shared/api/views';
import { liveKey } from '@/shared/live/live-topics';

const acknowledgementSchema = z.object({
  agent: z.string(),
  displayName: z.string(),
  version: orNull(z.number()),
  acknowledgedAt: orNull(instantSchema),
});
export type Acknowledgement = z.infer<typeof acknowledgementSchema>;

const listSchema = z.object({ version: z.number(), items: z.array(acknowledgementSchema) });

export const acknowledgementsKey = liveKey('notice-acknowledgements');

/** GET /api/notice-acknowledgements: who was told that supervisors listen in; who was not comes first. */
export function useAcknowledgements() {
  return useQuery({
    queryKey: acknowledgementsKey,
    queryFn: ({ signal }) => request(listSchema, '/api/notice-acknowledgements', { signal }),
  });
}

import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { request } from '@/shared/api/request';
import { instantSchema, orNull } from '@/shared/api/views';

export const emergencySchema = z.object({
  mode: z.enum(['off', 'notice', 'closed']),
  cause: orNull(z.string()),
  text: orNull(z.string()),
  by: orNull(z.string()),
  since: orNull(instantSchema),
});
export type Emergency = z.infer<typeof emergencySchema>;

/** GET /api/emergency: how the client's emergency switch stands. */
export function useEmergency() {
  return useQuery({
    queryKey: ['emergency'],
    queryFn: ({ signal }) => request(emergencySchema, '/api/emergency', { signal }),
    // Another supervisor may have turned it: whoever comes back to the desk sees how it stands.
    refetchOnWindowFocus: true,
  });
}

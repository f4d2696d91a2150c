import { useMutation } from '@tanstack/react-query';
import { z } from 'zod';
import { request } from '@/shared/api/request';

const begunSchema = z.object({ call: z.string() });

/** POST /api/agent/internal-calls: the own phone rings, then the colleague's. */
export function useCallColleague() {
  return useMutation({
    mutationFn: (agent: string) => request(begunSchema, '/api/agent/internal-calls', { method: 'POST', body: { agent } }),
  });
}

import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { request } from '@/shared/api/request';

const ownMobileSchema = z.object({ allowed: z.boolean(), number: z.string().nullable() });

/** GET /api/agent/mobile: whether the agent may answer on the own mobile, and which it is, masked. */
export function useOwnMobile() {
  return useQuery({
    queryKey: ['agent', 'mobile'],
    queryFn: ({ signal }) => request(ownMobileSchema, '/api/agent/mobile', { signal }),
  });
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { request } from '@/shared/api/request';
import { instantSchema, orNull } from '@/shared/api/views';

const noticeSchema = z.object({
  version: z.number().int(),
  zh: z.string(),
  en: z.string(),
  acknowledgedAt: orNull(instantSchema),
});

const path = '/api/agent/notice';

/** GET /api/agent/notice: that supervisors may listen in, and whether this agent has acknowledged it. */
export function useNotice() {
  return useQuery({ queryKey: ['notice'], queryFn: ({ signal }) => request(noticeSchema, path, { signal }) });
}

/** POST /api/agent/notice. */
export function useAcknowledge() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (version: number) => request(noticeSchema, path, { method: 'POST', body: { version } }),
    onSuccess: (notice) => cache.setQueryData(['notice'], notice),
  });
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { request, requestNothing } from '@/shared/api/request';

const mobileSchema = z.object({
  agent: z.string(),
  displayName: z.string(),
  number: z.string().nullable(),
  setBy: z.string().nullable(),
  setAt: z.string().nullable(),
});
export type Mobile = z.infer<typeof mobileSchema>;

const key = ['outside', 'mobiles'];
const pathOf = (agent: string) => `/api/agents/${encodeURIComponent(agent)}/mobile`;

/** GET /api/agent-mobiles: the client's agents, each with the own mobile if one is set. */
export function useMobiles() {
  return useQuery({
    queryKey: key,
    queryFn: ({ signal }) => request(z.object({ allowed: z.boolean(), items: z.array(mobileSchema) }), '/api/agent-mobiles', { signal }),
  });
}

export interface NewMobile {
  readonly agent: string;
  readonly number: string;
}

/** PUT /api/agents/{agent}/mobile. */
export function useSetMobile() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ agent, number }: NewMobile) => request(mobileSchema, pathOf(agent), { method: 'PUT', body: { number } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: key }),
  });
}

/** DELETE /api/agents/{agent}/mobile. */
export function useRemoveMobile() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (agent: string) => requestNothing(pathOf(agent), { method: 'DELETE' }),
    onSettled: () => queries.invalidateQueries({ queryKey: key }),
  });
}

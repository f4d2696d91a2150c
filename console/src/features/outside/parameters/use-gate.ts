import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { request } from '@/shared/api/request';
import { instantSchema, orNull } from '@/shared/api/views';

const parameterSchema = z.object({
  key: z.string(),
  value: z.string(),
  initial: z.string(),
  bound: z.string(),
  confidence: z.enum(['verified', 'choice']),
});
export type GateParameter = z.infer<typeof parameterSchema>;

const changeSchema = z.object({
  id: z.string(),
  parameter: z.string(),
  value: z.string(),
  basis: z.string(),
  proposedBy: z.string(),
  proposedAt: instantSchema,
  state: z.enum(['pending', 'in-force', 'rejected']),
  decidedBy: orNull(z.string()),
});
export type GateChange = z.infer<typeof changeSchema>;

const gateSchema = z.object({ parameters: z.array(parameterSchema), changes: z.array(changeSchema) });
const key = ['outside', 'gate'];

/** GET /api/gate: the parameters in force, and the newest changes. */
export function useGate() {
  return useQuery({ queryKey: key, queryFn: ({ signal }) => request(gateSchema, '/api/gate', { signal }) });
}

export interface NewChange {
  readonly parameter: string;
  readonly value: string;
  readonly basis: string;
}

/** POST /api/gate/changes: what tightens is in force at once, what loosens waits for a second person. */
export function useProposeChange() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (change: NewChange) => request(changeSchema, '/api/gate/changes', { method: 'POST', body: change }),
    onSuccess: () => queries.invalidateQueries({ queryKey: key }),
  });
}

/** POST /api/gate/changes/{id}/decision. */
export function useDecideChange(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (decision: 'approved' | 'rejected') =>
      request(changeSchema, `/api/gate/changes/${encodeURIComponent(id)}/decision`, { method: 'POST', body: { decision } }),
    onSettled: () => queries.invalidateQueries({ queryKey: key }),
  });
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { request } from '@/shared/api/request';
import { orNull } from '@/shared/api/views';

export const statuses = ['planned', 'in-use', 'suspended', 'returned'] as const;
export type Status = (typeof statuses)[number];

const numberSchema = z.object({
  id: z.string(),
  number: z.string(),
  certificate: z.string(),
  scope: z.string(),
  holder: z.string(),
  filedOn: orNull(z.string()),
  status: z.enum(statuses),
  outbound: z.boolean(),
  noCallsCommitment: z.string(),
  conductCommitment: z.string(),
  fileBy: orNull(z.string()),
  overdue: z.boolean(),
  obstacle: z.string(),
  changedAt: z.string(),
  changedBy: z.string(),
  approvedBy: orNull(z.string()),
});
export type OwnNumber = z.infer<typeof numberSchema>;
const key = ['outside', 'numbers'];

/** GET /api/numbers: the register of own access numbers. */
export function useNumbers() {
  return useQuery({
    queryKey: key,
    queryFn: ({ signal }) => request(z.object({ items: z.array(numberSchema) }), '/api/numbers', { signal }),
  });
}

export interface NumberWish {
  readonly number: string;
  readonly certificate: string;
  readonly scope: string;
  readonly holder: string;
  readonly status: Status;
  readonly outbound: boolean;
  readonly noCallsCommitment: string;
  readonly conductCommitment: string;
  readonly filedOn: string | null;
}

/** POST /api/numbers, or PUT /api/numbers/{id}: each starts the clock of ten working days. */
export function useSaveNumber(id: string | null) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (wish: NumberWish) =>
      request(numberSchema, id === null ? '/api/numbers' : `/api/numbers/${encodeURIComponent(id)}`, { method: id === null ? 'POST' : 'PUT', body: wish }),
    onSuccess: () => queries.invalidateQueries({ queryKey: key }),
  });
}

/** POST /api/numbers/{id}/approval: a second person lets the number be sent as it was read. */
export function useApproveNumber() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, changedAt }: OwnNumber) =>
      request(numberSchema, `/api/numbers/${encodeURIComponent(id)}/approval`, { method: 'POST', body: { changedAt } }),
    onSettled: () => queries.invalidateQueries({ queryKey: key }),
  });
}

/** POST /api/numbers/{id}/filing: what has changed so far was filed on that day. */
export function useFileNumber(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (filedOn: string) => request(numberSchema, `/api/numbers/${encodeURIComponent(id)}/filing`, { method: 'POST', body: { filedOn } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: key }),
  });
}

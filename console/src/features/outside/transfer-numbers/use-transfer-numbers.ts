import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { request, requestNothing } from '@/shared/api/request';

const transferNumberSchema = z.object({ id: z.string(), label: z.string(), number: z.string() });
export type TransferNumber = z.infer<typeof transferNumberSchema>;

const path = '/api/outside-numbers';
const key = ['outside', 'transfer-numbers'];

/** GET /api/outside-numbers: to whom calls may be handed outside. */
export function useTransferNumbers() {
  return useQuery({
    queryKey: key,
    queryFn: ({ signal }) => request(z.object({ items: z.array(transferNumberSchema) }), path, { signal }),
  });
}

export interface NewTransferNumber {
  readonly label: string;
  readonly number: string;
}

/** POST /api/outside-numbers. */
export function useAddTransferNumber() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (added: NewTransferNumber) => request(transferNumberSchema, path, { method: 'POST', body: added }),
    onSuccess: () => queries.invalidateQueries({ queryKey: key }),
  });
}

/** DELETE /api/outside-numbers/{id}. */
export function useRemoveTransferNumber() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => requestNothing(`${path}/${encodeURIComponent(id)}`, { method: 'DELETE' }),
    onSettled: () => queries.invalidateQueries({ queryKey: key }),
  });
}

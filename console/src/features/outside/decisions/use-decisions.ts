import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { request } from '@/shared/api/request';
import { instantSchema, orNull } from '@/shared/api/views';

const decisionSchema = z.object({
  id: z.string(),
  at: instantSchema,
  stage: z.string(),
  way: z.string(),
  purpose: z.string(),
  number: z.string(),
  ownNumber: orNull(z.string()),
  voucher: z.string(),
  call: orNull(z.string()),
  askedBy: z.string(),
  allowed: z.boolean(),
  rules: z.array(z.string()),
});
export type Decision = z.infer<typeof decisionSchema>;

export interface DecisionSearch {
  readonly from: string;
  readonly until: string;
  readonly outcome: 'all' | 'allowed' | 'refused';
  readonly rule: string;
  readonly number: string;
}

/** POST /api/gate/decisions/search: a POST, so that a number stands in no address. */
export function useDecisions(search: DecisionSearch) {
  return useQuery({
    queryKey: ['outside', 'decisions', search],
    queryFn: ({ signal }) =>
      request(z.object({ items: z.array(decisionSchema) }), '/api/gate/decisions/search', { method: 'POST', body: search, signal }),
    retry: false,
  });
}

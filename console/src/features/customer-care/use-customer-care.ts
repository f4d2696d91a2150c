import { useMutation } from '@tanstack/react-query';
import { requestNothing } from '@/shared/api/request';

const pathOf = (customer: string, part: string) => `/api/customers/${encodeURIComponent(customer)}/${part}`;

/** What only the customer knows. */
export const factKinds = ['pin', 'document', 'birthday'] as const;
export type FactKind = (typeof factKinds)[number];

/** PUT /api/customers/{id}/facts/{kind}: kept so that nobody can read it again. */
export function useKeepFact(customer: string, kind: FactKind) {
  return useMutation({
    mutationFn: (value: string) => requestNothing(pathOf(customer, `facts/${kind}`), { method: 'PUT', body: { value } }),
  });
}

/** PUT /api/customers/{id}/grade. */
export function useGrade(customer: string) {
  return useMutation({
    mutationFn: (vip: boolean) => requestNothing(pathOf(customer, 'grade'), { method: 'PUT', body: { vip } }),
  });
}

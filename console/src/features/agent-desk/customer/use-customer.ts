import { useQuery } from '@tanstack/react-query';
import { request } from '@/shared/api/request';
import { customerSchema } from '@/shared/customers/customer-schema';

/** GET /api/customers/{id}: masked, with the notes of earlier calls. */
export function useCustomer(id: string | null) {
  return useQuery({
    queryKey: ['customer', id],
    enabled: id !== null,
    queryFn: ({ signal }) => request(customerSchema, `/api/customers/${encodeURIComponent(id ?? '')}`, { signal }),
  });
}

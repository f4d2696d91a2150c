import { useMutation } from '@tanstack/react-query';
import { z } from 'zod';
import { request } from '@/shared/api/request';
import { customerSchema } from '@/shared/customers/customer-schema';

const foundSchema = z.object({ items: z.array(customerSchema) });

/** POST /api/customers/search: by the whole number only, since only that is searchable in ciphertext; never in an address. */
export function useCustomerSearch() {
  return useMutation({
    mutationFn: async (number: string) =>
      (await request(foundSchema, '/api/customers/search', { method: 'POST', body: { number } })).items,
  });
}

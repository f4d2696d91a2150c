import { useMutation } from '@tanstack/react-query';
import { z } from 'zod';
import { request } from '@/shared/api/request';
import { customerSchema } from '@/features/agent-desk/customer/customer-schema';

const foundSchema = z.object({ items: z.array(customerSchema) });

/** GET /api/customers?number=: by the whole number only, since only that is searchable in ciphertext. */
export function useCustomerSearch() {
  return useMutation({
    mutationFn: async (number: string) => {
      const search = new URLSearchParams({ number });
      return (await request(foundSchema, `/api/customers?${search.toString()}`)).items;
    },
  });
}

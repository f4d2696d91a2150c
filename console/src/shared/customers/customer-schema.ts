import { z } from 'zod';
import { instantSchema } from '@/shared/api/views';

export const customerSchema = z.object({
  id: z.string(),
  name: z.string().nullish(),
  number: z.string().nullish(),
  vip: z.boolean().default(false),
  notes: z
    .array(
      z.object({
        call: z.string(),
        at: instantSchema,
        agent: z.string().nullish(),
        disposition: z.string().nullish(),
        text: z.string().nullish(),
      }),
    )
    .default([]),
});
export type Customer = z.infer<typeof customerSchema>;
export type CustomerNote = Customer['notes'][number];

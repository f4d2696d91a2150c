import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { request } from '@/shared/api/request';
import { instantSchema, orNull } from '@/shared/api/views';
import { callSchema } from '@/shared/calls/call-schema';

const time = orNull(instantSchema);
const word = z
  .string()
  .nullish()
  .transform((value) => value?.toLowerCase().replaceAll('_', '-') ?? null);

const callDetailsSchema = callSchema.extend({
  offers: z
    .array(
      z.object({
        offer: z.union([z.string(), z.number()]).transform(String),
        agent: z.string().nullish(),
        offeredAt: time,
        ringingAt: time,
        endedAt: time,
        outcome: word,
      }),
    )
    .default([]),
  disposition: z.string().nullish(),
  holdMillis: z.number().nullish(),
  customer: z.object({ id: z.string(), name: z.string().nullish(), number: z.string().nullish() }).nullish(),
});
export type CallDetails = z.infer<typeof callDetailsSchema>;

/** GET /api/calls/{id}. */
export function useCallDetails(id: string) {
  return useQuery({
    queryKey: ['calls', 'one', id],
    queryFn: ({ signal }) => request(callDetailsSchema, `/api/calls/${encodeURIComponent(id)}`, { signal }),
  });
}

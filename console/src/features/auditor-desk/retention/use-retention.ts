import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { request } from '@/shared/api/request';
import { instantSchema, orNull } from '@/shared/api/views';

const id = z.union([z.string(), z.number()]).transform(String);

const reasonSchema = z.object({ cause: z.string(), reference: z.string(), by: z.string(), at: instantSchema });

const holdSchema = z.object({ id, set: reasonSchema, lifted: orNull(reasonSchema) });
export type Hold = z.infer<typeof holdSchema>;

const retentionSchema = z.object({
  held: z.boolean(),
  talks: z.array(
    z.object({
      offer: id,
      direction: z.enum(['inbound', 'outbound', 'test', 'unknown']),
      rule: z.string(),
      days: z.number(),
      dueAt: instantSchema,
      destroyedAt: orNull(instantSchema),
    }),
  ),
  holds: z.array(holdSchema),
});
export type Retention = z.infer<typeof retentionSchema>;

export const retentionKey = (call: string) => ['calls', 'one', call, 'retention'];

/** GET /api/calls/{id}/retention: until when a call's recordings are kept, and what stops the clock. */
export function useRetention(call: string) {
  return useQuery({
    queryKey: retentionKey(call),
    queryFn: ({ signal }) => request(retentionSchema, `/api/calls/${encodeURIComponent(call)}/retention`, { signal }),
  });
}

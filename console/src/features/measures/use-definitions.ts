import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { request } from '@/shared/api/request';
import { saidSchema } from '@/shared/api/said';
import { orNull } from '@/shared/api/views';

export const scopes = ['queue', 'agent', 'call', 'platform'] as const;

const definitionSchema = z.object({
  id: z.string(),
  of: z.enum(scopes).catch('platform'),
  name: saidSchema,
  formula: saidSchema,
  unit: z.string(),
  source: saidSchema,
  prometheus: orNull(z.string()),
});
export type Definition = z.infer<typeof definitionSchema>;

const definitionsSchema = z.object({ items: z.array(definitionSchema) });

/** GET /api/measures/definitions: what each figure is, by formula. */
export function useDefinitions() {
  return useQuery({
    queryKey: ['measures', 'definitions'],
    queryFn: async ({ signal }) => (await request(definitionsSchema, '/api/measures/definitions', { signal })).items,
    staleTime: 5 * 60_000,
  });
}

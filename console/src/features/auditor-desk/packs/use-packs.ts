import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { request, requestStart } from '@/shared/api/request';
import { instantSchema, listOf, orNull } from '@/shared/api/views';

const id = z.union([z.string(), z.number()]).transform(String);

const packSchema = z.object({
  id,
  kind: z.string(),
  call: id,
  state: z.enum(['making', 'ready', 'failed']),
  madeAt: orNull(instantSchema),
  madeBy: orNull(z.string()),
  bytes: orNull(z.number()),
  sha256: orNull(z.string()),
});
export type Pack = z.infer<typeof packSchema>;

const makingRefreshMillis = 1_000;

/** GET /api/packs, newest first; read again every second while one is being made. */
export function usePacks() {
  return useQuery({
    queryKey: ['packs'],
    queryFn: async ({ signal }) => {
      const packs = await request(listOf(packSchema), '/api/packs', { signal });
      return packs.toSorted((one, other) => ((one.madeAt ?? '9') < (other.madeAt ?? '9') ? 1 : -1));
    },
    refetchInterval: ({ state }) => (state.data?.some((pack) => pack.state === 'making') ? makingRefreshMillis : false),
  });
}

/** POST /api/packs: begins the pack of one call; the list then follows it. */
export function useMakePack(call: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => requestStart('/api/packs', { kind: 'case', call }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['packs'] }),
  });
}

export const contentOf = (pack: Pack) => `/api/packs/${encodeURIComponent(pack.id)}/content`;

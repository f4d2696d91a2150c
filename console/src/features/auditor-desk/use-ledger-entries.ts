import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { request } from '@/shared/api/request';
import { instantSchema, listOf, orNull } from '@/shared/api/views';

const entrySchema = z.object({
  at: instantSchema,
  actor: z.string(),
  role: orNull(z.string()),
  action: z.string(),
  /** The leaf's place in the tree; absent until the entry is sequenced. */
  index: orNull(z.number()),
});
export type LedgerEntry = z.infer<typeof entrySchema>;

/** GET /api/ledger/entries: what the audit ledger says about one subject, newest first. */
export function useLedgerEntries(kind: string, id: string) {
  return useQuery({
    queryKey: ['ledger', kind, id],
    queryFn: async ({ signal }) => {
      const search = new URLSearchParams({ kind, id });
      const entries = await request(listOf(entrySchema), `/api/ledger/entries?${search.toString()}`, { signal });
      return entries.toSorted((one, other) => (one.at < other.at ? 1 : -1));
    },
    refetchInterval: 5_000,
  });
}

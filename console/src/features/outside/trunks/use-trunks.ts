import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { request, requestFile } from '@/shared/api/request';
import { instantSchema, orNull } from '@/shared/api/views';

const trunkSchema = z.object({
  code: z.string(),
  inbound: z.boolean(),
  capacity: orNull(z.number()),
  callsPerMinute: orNull(z.number()),
  now: orNull(z.object({ seen: z.boolean(), in: z.number(), out: z.number(), begunThisMinute: z.number() })),
  peak: z.number(),
  busySeconds: z.number(),
  occupiedSeconds: z.number(),
  begun: z.number(),
  notTaken: z.number(),
  estimate: orNull(z.object({ from: instantSchema, carried: z.number(), offered: orNull(z.number()), loss: orNull(z.number()) })),
  carrier: orNull(z.object({ attempts: z.number(), lost: z.number(), importId: z.string(), importedAt: instantSchema })),
});
export type Trunk = z.infer<typeof trunkSchema>;

const daySchema = z.object({
  day: z.string(),
  observed: z.boolean(),
  trunks: z.array(trunkSchema),
  all: z.object({
    busyInSeconds: orNull(z.number()),
    busyOutSeconds: z.number(),
    blockedFull: z.number(),
    blockedRate: z.number(),
    unseenSeconds: z.number(),
  }),
});
export type TrunkDay = z.infer<typeof daySchema>;
const key = ['outside', 'trunks'];
const refreshMillis = 5_000;

/** GET /api/trunks: a day of the trunks; `null`: today. */
export function useTrunks(day: string | null) {
  return useQuery({
    queryKey: [...key, 'day', day],
    queryFn: ({ signal }) => request(daySchema, day === null ? '/api/trunks' : `/api/trunks?day=${day}`, { signal }),
    // Lines in use change with each call.
    refetchInterval: day === null ? refreshMillis : false,
  });
}

const importSchema = z.object({
  id: z.string(),
  sha256: z.string(),
  bytes: z.number(),
  lines: z.number(),
  importedBy: z.string(),
  importedAt: instantSchema,
});
export type Import = z.infer<typeof importSchema>;

/** GET /api/trunks/imports, newest first. */
export function useImports() {
  return useQuery({
    queryKey: [...key, 'imports'],
    queryFn: ({ signal }) => request(z.object({ items: z.array(importSchema) }), '/api/trunks/imports', { signal }),
  });
}

/** POST /api/trunks/imports: a carrier's figures, as a file. */
export function useImportFigures() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (file: Blob) => requestFile(importSchema, '/api/trunks/imports', 'text/csv', file),
    onSuccess: () => queries.invalidateQueries({ queryKey: key }),
  });
}

import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { request } from '@/shared/api/request';
import { instantSchema, orNull } from '@/shared/api/views';

const runSchema = z.object({
  id: z.string(),
  mode: z.enum(['notice', 'closed']),
  cause: z.string(),
  text: orNull(z.string()),
  textEn: orNull(z.string()),
  by: z.string(),
  since: instantSchema,
  until: orNull(instantSchema),
  told: z.number(),
  turnedAway: z.number(),
});
/** One time that the emergency switch was on, and how many callers it met. */
export type EmergencyRun = z.infer<typeof runSchema>;

const pageSchema = z.object({ items: z.array(runSchema), next: orNull(z.string()) });
const firstPage: string | null = null;

/** GET /api/emergencies, the last one first, page after page. */
export function useEmergencies() {
  return useInfiniteQuery({
    queryKey: ['emergencies'],
    initialPageParam: firstPage,
    queryFn: ({ pageParam, signal }) =>
      request(pageSchema, pageParam === null ? '/api/emergencies' : `/api/emergencies?after=${encodeURIComponent(pageParam)}`, { signal }),
    getNextPageParam: (page) => page.next,
  });
}

/** The last one of GET /api/emergencies; `null` when there never was one. */
export function useLastEmergency() {
  return useQuery({
    queryKey: ['emergencies', 'last'],
    queryFn: ({ signal }) => request(pageSchema, '/api/emergencies?limit=1', { signal }),
    select: ({ items }) => items[0] ?? null,
  });
}

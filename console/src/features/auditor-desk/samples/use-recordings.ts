import { useInfiniteQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { request } from '@/shared/api/request';
import { orNull } from '@/shared/api/views';
import { foundSchema, type Criteria } from '@/features/auditor-desk/samples/recording-schema';

const pageSchema = z.object({ items: z.array(foundSchema), next: orNull(z.string()) });
const firstPage: string | null = null;

/** GET /api/recordings, newest first, page after page. */
export function useRecordings(criteria: Criteria) {
  return useInfiniteQuery({
    queryKey: ['recordings', criteria],
    initialPageParam: firstPage,
    queryFn: ({ pageParam, signal }) => {
      const search = new URLSearchParams();
      Object.entries({ ...criteria, after: pageParam }).forEach(([name, value]) => {
        if (typeof value === 'string' && value !== '') {
          search.set(name, value);
        }
      });
      return request(pageSchema, `/api/recordings?${search.toString()}`, { signal });
    },
    getNextPageParam: (page) => page.next,
  });
}

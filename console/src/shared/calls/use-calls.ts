import { useInfiniteQuery } from '@tanstack/react-query';
import { callPageSchema } from '@/shared/calls/call-schema';
import { request } from '@/shared/api/request';

export interface CallFilter {
  readonly queue?: string | undefined;
  readonly agent?: string | undefined;
  readonly outcome?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

const pageSize = 50;
const firstPage: string | null = null;

/** GET /api/calls, newest first, page after page. */
export function useCalls(filter: CallFilter, isEnabled = true) {
  return useInfiniteQuery({
    queryKey: ['calls', filter],
    enabled: isEnabled,
    initialPageParam: firstPage,
    queryFn: ({ pageParam, signal }) => {
      const search = new URLSearchParams({ limit: String(pageSize) });
      Object.entries({ ...filter, after: pageParam }).forEach(([name, value]) => {
        if (typeof value === 'string' && value !== '') {
          search.set(name, value);
        }
      });
      return request(callPageSchema, `/api/calls?${search.toString()}`, { signal });
    },
    getNextPageParam: (page) => page.next,
    staleTime: 5_000,
  });
}

/** The instant at which today began for the person who looks. */
export function startOfToday(): string {
  const date = new Date();
  date.setHours(0, 0, 0, 0);
  return date.toISOString();
}

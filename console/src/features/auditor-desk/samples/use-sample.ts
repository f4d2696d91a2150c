import { useQuery } from '@tanstack/react-query';
import { request } from '@/shared/api/request';
import { shownSampleSchema } from '@/features/auditor-desk/samples/recording-schema';

/** GET /api/samples/{id}: what was drawn, and whether drawing it again gives the same. */
export function useSample(id: string) {
  return useQuery({
    queryKey: ['samples', id],
    queryFn: ({ signal }) => request(shownSampleSchema, `/api/samples/${encodeURIComponent(id)}`, { signal }),
  });
}

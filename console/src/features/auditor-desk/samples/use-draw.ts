import { useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '@/shared/api/request';
import { shownSampleSchema, type Criteria } from '@/features/auditor-desk/samples/recording-schema';

/** POST /api/samples: so many of the recordings that match, at random, by a seed that is kept, a new one unless given. */
export function useDraw() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (wanted: { criteria: Criteria; size: number; seed?: string }) =>
      request(shownSampleSchema, '/api/samples', { method: 'POST', body: wanted }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['samples'] }),
  });
}

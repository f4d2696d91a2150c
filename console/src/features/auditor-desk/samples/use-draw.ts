import { useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '@/shared/api/request';
import { shownSampleSchema, type Criteria } from '@/features/auditor-desk/samples/recording-schema';

/** POST /api/samples: so many of the recordings that match, at random, by a seed that is kept. */
export function useDraw() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ criteria, size }: { criteria: Criteria; size: number }) =>
      request(shownSampleSchema, '/api/samples', { method: 'POST', body: { criteria, size } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['samples'] }),
  });
}

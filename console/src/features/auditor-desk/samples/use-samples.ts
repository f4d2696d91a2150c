import { useQuery } from '@tanstack/react-query';
import { request } from '@/shared/api/request';
import { listOf } from '@/shared/api/views';
import { sampleSchema } from '@/features/auditor-desk/samples/recording-schema';

/** GET /api/samples, newest first. */
export function useSamples() {
  return useQuery({ queryKey: ['samples'], queryFn: ({ signal }) => request(listOf(sampleSchema), '/api/samples', { signal }) });
}

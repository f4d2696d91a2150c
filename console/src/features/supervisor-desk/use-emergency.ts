import { useQuery } from '@tanstack/react-query';
import { request } from '@/shared/api/request';
import { emergencySchema, type Emergency } from '@/shared/api/views';
import { useLiveEmergency } from '@/shared/live/use-emergency';

/** How the client's emergency switch stands: what was read or answered, or what the live view has told since. */
export function useEmergency(): Emergency | null {
  const { data } = useQuery({
    queryKey: ['emergency'],
    queryFn: ({ signal }) => request(emergencySchema, '/api/emergency', { signal }),
  });
  const told = useLiveEmergency();
  return data && sinceOf(data) >= sinceOf(told) ? data : told;
}

function sinceOf(emergency: Emergency | null): number {
  return emergency?.since ? Date.parse(emergency.since) : 0;
}

import { useQuery } from '@tanstack/react-query';
import { RequestError } from '@/shared/api/problem';
import { request } from '@/shared/api/request';
import { meSchema, type Me } from '@/shared/session/me';

export const sessionKey = ['session'];

/** Who is signed in; `null` when nobody is. A platform that is not reached is an error, never "nobody". */
export async function fetchSession(signal?: AbortSignal): Promise<Me | null> {
  try {
    return await request(meSchema, '/api/session', signal ? { signal } : {});
  } catch (error) {
    if (error instanceof RequestError && error.status === 401) {
      return null;
    }
    throw error;
  }
}

export function useSession() {
  return useQuery({
    queryKey: sessionKey,
    queryFn: ({ signal }) => fetchSession(signal),
    staleTime: Infinity,
    retry: (failures) => failures < 2,
  });
}

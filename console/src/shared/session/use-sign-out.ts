import { useMutation, useQueryClient } from '@tanstack/react-query';
import { requestNothing } from '@/shared/api/request';
import { sessionKey } from '@/shared/session/use-session';

/** Signs out and forgets everything that was read, so that the next person sees nothing of it. */
export function useSignOut() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => requestNothing('/api/session', { method: 'DELETE' }),
    onSuccess: () => {
      queries.setQueryData(sessionKey, null);
      queries.removeQueries({ predicate: (query) => query.queryKey[0] !== sessionKey[0] });
    },
  });
}

import { useMutation } from '@tanstack/react-query';
import { request } from '@/shared/api/request';
import { agentViewSchema } from '@/shared/api/views';
import { useLiveStore } from '@/shared/live/live-context';

/** DELETE /api/agent/internal-calls/{id}: whichever phone the agent has. */
export function useEndInternalCall(call: string) {
  const store = useLiveStore();
  return useMutation({
    mutationFn: () => request(agentViewSchema, `/api/agent/internal-calls/${encodeURIComponent(call)}`, { method: 'DELETE' }),
    onSuccess: (view) => store.takeOwn(view),
  });
}

import { useMutation } from '@tanstack/react-query';
import { request } from '@/shared/api/request';
import { agentViewSchema } from '@/shared/api/views';
import { useLiveStore } from '@/shared/live/live-context';

/** DELETE /api/calls/{id}/consultation: the colleague goes, and the agent is with the caller again. */
export function useEndConsultation(call: string) {
  const store = useLiveStore();
  return useMutation({
    mutationFn: () =>
      request(agentViewSchema, `/api/calls/${encodeURIComponent(call)}/consultation`, { method: 'DELETE' }),
    onSuccess: (view) => store.takeOwn(view),
  });
}

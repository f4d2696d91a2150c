import { useMutation } from '@tanstack/react-query';
import { request } from '@/shared/api/request';
import { agentViewSchema } from '@/shared/api/views';
import { useLiveStore } from '@/shared/live/live-context';

/** POST and DELETE /api/calls/{id}/hold: the platform puts the caller aside, whichever phone the agent has. */
export function useHold(call: string) {
  const store = useLiveStore();
  return useMutation({
    mutationFn: (wanted: boolean) =>
      request(agentViewSchema, `/api/calls/${encodeURIComponent(call)}/hold`, { method: wanted ? 'POST' : 'DELETE' }),
    onSuccess: (view) => store.takeOwn(view),
  });
}

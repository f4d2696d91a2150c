import { useMutation } from '@tanstack/react-query';
import { request } from '@/shared/api/request';
import { agentViewSchema } from '@/shared/api/views';
import { useLiveStore } from '@/shared/live/live-context';

const pathOf = (call: string) => `/api/calls/${encodeURIComponent(call)}/self-service`;

/** POST /api/calls/{id}/self-service: the caller is led by that flow, and the agent hears nothing. */
export function useLend(call: string) {
  const store = useLiveStore();
  return useMutation({
    mutationFn: (flow: string) => request(agentViewSchema, pathOf(call), { method: 'POST', body: { flow } }),
    onSuccess: (view) => store.takeOwn(view),
  });
}

/** DELETE /api/calls/{id}/self-service: the caller is with the agent again. */
export function useTakeBack(call: string) {
  const store = useLiveStore();
  return useMutation({
    mutationFn: () => request(agentViewSchema, pathOf(call), { method: 'DELETE' }),
    onSuccess: (view) => store.takeOwn(view),
  });
}

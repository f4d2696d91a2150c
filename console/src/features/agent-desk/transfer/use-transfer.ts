import { useMutation } from '@tanstack/react-query';
import { request } from '@/shared/api/request';
import { agentViewSchema } from '@/shared/api/views';
import { useLiveStore } from '@/shared/live/live-context';

export type TransferTarget = { readonly queue: string } | { readonly agent: string } | { readonly outsideNumber: string };

/** POST /api/calls/{id}/transfer: hands the caller on; the agent's own leg ends by itself, to the outside when somebody there answers. */
export function useTransfer(call: string) {
  const store = useLiveStore();
  return useMutation({
    mutationFn: (target: TransferTarget) =>
      request(agentViewSchema, `/api/calls/${encodeURIComponent(call)}/transfer`, { method: 'POST', body: target }),
    onSuccess: (view) => store.takeOwn(view),
  });
}

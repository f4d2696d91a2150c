import { useMutation } from '@tanstack/react-query';
import { request } from '@/shared/api/request';
import { agentViewSchema } from '@/shared/api/views';
import { useLiveStore } from '@/shared/live/live-context';
import type { TransferTarget } from '@/features/agent-desk/transfer/use-transfer';

/** POST /api/calls/{id}/consultation: the caller hears music, and the colleague's phone rings. */
export function useBeginConsultation(call: string) {
  const store = useLiveStore();
  return useMutation({
    mutationFn: (target: TransferTarget) =>
      request(agentViewSchema, `/api/calls/${encodeURIComponent(call)}/consultation`, { method: 'POST', body: target }),
    onSuccess: (view) => store.takeOwn(view),
  });
}

import { useMutation } from '@tanstack/react-query';
import { request } from '@/shared/api/request';
import { agentViewSchema } from '@/shared/api/views';
import { useLiveStore } from '@/shared/live/live-context';

export type ConsultationAct = 'swap' | 'conference' | 'completion';

/** POST /api/calls/{id}/consultation/swap, conference or completion. */
export function useConsultationAct(call: string) {
  const store = useLiveStore();
  return useMutation({
    mutationFn: (act: ConsultationAct) =>
      request(agentViewSchema, `/api/calls/${encodeURIComponent(call)}/consultation/${act}`, { method: 'POST', body: {} }),
    onSuccess: (view) => store.takeOwn(view),
  });
}

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { requestNothing } from '@/shared/api/request';

export interface HoldWish {
  readonly cause: string;
  readonly reference: string;
}

/** POST /api/calls/{id}/holds, or …/holds/{hold}/release: stops a call's clock, or lets it run again. */
export function useHold(call: string, hold: string | null) {
  const queries = useQueryClient();
  const holds = `/api/calls/${encodeURIComponent(call)}/holds`;
  return useMutation({
    mutationFn: (wish: HoldWish) =>
      requestNothing(hold === null ? holds : `${holds}/${encodeURIComponent(hold)}/release`, { method: 'POST', body: wish }),
    onSettled: () => Promise.all([queries.invalidateQueries({ queryKey: ['calls', 'one', call] }), queries.invalidateQueries({ queryKey: ['ledger'] })]),
  });
}

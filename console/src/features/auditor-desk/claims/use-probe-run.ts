import { useMutation, useQueryClient } from '@tanstack/react-query';
import { request, requestStart } from '@/shared/api/request';
import { runSchema, type Run } from '@/features/auditor-desk/claims/claim-schema';

const followMillis = 500;

const pause = () => new Promise((resolve) => window.setTimeout(resolve, followMillis));

/** Runs a probe now and follows it to its end: POST /api/probes/{id}/runs, then the run itself. */
export function useProbeRun(probe: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (): Promise<Run> => {
      const path = await requestStart(`/api/probes/${encodeURIComponent(probe)}/runs`);
      for (;;) {
        const run = await request(runSchema, path);
        if (run.endedAt !== null) {
          return run;
        }
        await pause();
      }
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['claims'] }),
  });
}

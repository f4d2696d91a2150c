import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { request, requestNothing } from '@/shared/api/request';
import { instantSchema, orNull } from '@/shared/api/views';
import { liveKey } from '@/shared/live/live-topics';

const reasons = ['abuse', 'threat', 'harassment', 'silent', 'prank'] as const;

const markSchema = z.object({
  id: z.string(),
  number: z.string(),
  reason: z.enum(reasons),
  call: z.string(),
  markedBy: z.string(),
  markedAt: instantSchema,
  confirmedAt: orNull(instantSchema),
  expiresAt: orNull(instantSchema),
  liftedBy: orNull(z.string()),
});
export type NuisanceMark = z.infer<typeof markSchema>;

const listSchema = z.object({ items: z.array(markSchema) });

/** GET /api/nuisance-marks: the newest first. */
export function useNuisanceMarks() {
  return useQuery({
    queryKey: liveKey('nuisance-marks'),
    queryFn: ({ signal }) => request(listSchema, '/api/nuisance-marks', { signal }),
  });
}

export type NuisanceDecision = { readonly id: string } & (
  | { readonly act: 'confirmation'; readonly days: number }
  | { readonly act: 'lifting' }
);

/** POST /api/nuisance-marks/{id}/confirmation or /lifting. */
export function useDecideNuisance() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (decision: NuisanceDecision) =>
      requestNothing(`/api/nuisance-marks/${encodeURIComponent(decision.id)}/${decision.act}`, {
        method: 'POST',
        ...(decision.act === 'confirmation' ? { body: { days: decision.days } } : {}),
      }),
    onSettled: () => cache.invalidateQueries({ queryKey: liveKey('nuisance-marks') }),
  });
}

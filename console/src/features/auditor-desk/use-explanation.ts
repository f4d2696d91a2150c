import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { request } from '@/shared/api/request';
import { instantSchema } from '@/shared/api/views';

const text = z.union([z.string(), z.number()]).transform(String).nullish();
const sentence = z.object({ zh: z.string(), en: z.string() }).nullish();

const decisionSchema = z.object({
  ring: text,
  candidates: z.union([z.number(), z.array(z.unknown()).transform((all) => all.length)]).nullish(),
  rule: text,
  winner: text,
  runnerUp: text,
  lostBecause: text,
  sentence,
});
const numberedDecisionSchema = decisionSchema.extend({
  offer: text,
  at: instantSchema.nullish(),
  journalPosition: z.union([z.string(), z.number()]).nullish(),
  outcome: text,
});
export type Decision = z.infer<typeof numberedDecisionSchema>;

const explanationSchema = decisionSchema.extend({ decisions: z.array(numberedDecisionSchema).default([]) });

/** GET /api/calls/{id}/explanation: why the call was offered to whom, derived by replay of the journal. */
export function useExplanation(id: string) {
  return useQuery({
    queryKey: ['calls', 'explanation', id],
    queryFn: async ({ signal }): Promise<readonly Decision[]> => {
      const path = `/api/calls/${encodeURIComponent(id)}/explanation`;
      const { decisions, ...first } = await request(explanationSchema, path, { signal });
      return decisions.length > 0 ? decisions : first.winner ? [first] : [];
    },
  });
}

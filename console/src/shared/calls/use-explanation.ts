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
  requirement: z.array(z.object({ skill: z.string(), level: z.number() })).default([]),
  offer: text,
  at: instantSchema.nullish(),
  journalPosition: z.union([z.string(), z.number()]).nullish(),
  outcome: text,
});
export type Decision = z.infer<typeof numberedDecisionSchema>;

const waitingSchema = z.object({
  ring: z.number(),
  rings: z.number(),
  wishAgent: text,
  nextStepAt: instantSchema.nullish(),
  overflowAt: instantSchema,
  ahead: z.number(),
  agents: z.number(),
  busy: z.number(),
  notReady: z.number(),
  signedOut: z.number(),
  passedOver: z.number(),
  unlooked: z.number(),
  sentence: z.object({ zh: z.string(), en: z.string() }),
});
export type Waiting = z.infer<typeof waitingSchema>;

const explanationSchema = decisionSchema.extend({
  decisions: z.array(numberedDecisionSchema).default([]),
  waiting: waitingSchema.nullish(),
});

export interface Explanation {
  readonly decisions: readonly Decision[];
  readonly waiting: Waiting | null;
}

/** GET /api/calls/{id}/explanation: why the call was offered to whom, and why it still waits, derived by replay of the journal. */
export function useExplanation(id: string) {
  return useQuery({
    queryKey: ['calls', 'explanation', id],
    queryFn: async ({ signal }): Promise<Explanation> => {
      const path = `/api/calls/${encodeURIComponent(id)}/explanation`;
      const { decisions, waiting, ...first } = await request(explanationSchema, path, { signal });
      return { decisions: decisions.length > 0 ? decisions : first.winner ? [{ ...first, requirement: [] }] : [], waiting: waiting ?? null };
    },
  });
}

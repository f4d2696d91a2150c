import { z } from 'zod';
import { saidSchema } from '@/shared/api/said';
import { instantSchema, orNull } from '@/shared/api/views';

const id = z.union([z.string(), z.number()]).transform(String);

export const checkSchema = z.object({
  code: z.string(),
  zh: z.string(),
  en: z.string(),
  holds: z.boolean(),
  expected: orNull(z.string()),
  observed: orNull(z.string()),
});
export type Check = z.infer<typeof checkSchema>;

export const runSchema = z.object({
  id,
  startedAt: instantSchema,
  endedAt: orNull(instantSchema),
  /** Absent while the run is under way. */
  outcome: orNull(z.enum(['holds', 'disproved', 'failed'])),
  trigger: orNull(z.string()),
  checks: z.array(checkSchema).nullish().transform((checks) => checks ?? []),
  hash: orNull(z.string()),
  previousHash: orNull(z.string()),
});
export type Run = z.infer<typeof runSchema>;

export const worsts = ['green', 'red', 'unproven', 'none'] as const;
const daySchema = z.object({ day: z.string(), worst: z.enum(worsts) });
export type Day = z.infer<typeof daySchema>;

export const claimStates = ['green', 'red', 'unproven', 'document'] as const;
export type ClaimState = (typeof claimStates)[number];

const claimFields = {
  id: z.string(),
  kind: z.enum(['live', 'document']),
  state: z.enum(claimStates),
  since: orNull(instantSchema),
  /** The probe; absent for a claim that rests on a document. */
  provenBy: orNull(z.string()),
  redWithinSeconds: orNull(z.number()),
  reference: orNull(z.string()),
  sentence: saidSchema,
  mend: orNull(saidSchema),
  /** Why it stands as it does. */
  why: orNull(saidSchema),
  lastRun: orNull(runSchema),
  history: z.array(daySchema).default([]),
};

/** Whatever else is sent, a claim that rests on a document never shows as proven. */
const honest = <T extends { kind: 'live' | 'document'; state: ClaimState }>(claim: T): T => ({
  ...claim,
  state: claim.kind === 'document' ? 'document' : claim.state,
});

export const claimSchema = z.object(claimFields).transform(honest);
export type Claim = z.infer<typeof claimSchema>;

export const claimFileSchema = z.object({ ...claimFields, runs: z
    .array(runSchema)
    .nullish()
    .transform((runs) => runs ?? []) }).transform(honest);
export type ClaimFile = z.infer<typeof claimFileSchema>;

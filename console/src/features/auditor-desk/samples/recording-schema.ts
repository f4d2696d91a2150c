import { z } from 'zod';
import { instantSchema, orNull } from '@/shared/api/views';

const text = orNull(z.string());

export const foundSchema = z.object({
  call: z.string(),
  offer: z.string(),
  agent: z.string(),
  queue: z.string(),
  startedAt: instantSchema,
  durationMillis: z.number(),
  disposition: text,
  destroyed: z.boolean(),
  paused: z.boolean(),
});
export type FoundRecording = z.infer<typeof foundSchema>;

const criteriaSchema = z.object({
  from: text,
  to: text,
  queue: text,
  agent: text,
  disposition: text,
  minSeconds: text,
  maxSeconds: text,
});

/** What recordings are asked for; what is absent matches all. */
export type Criteria = { readonly [name in keyof z.infer<typeof criteriaSchema>]?: string | undefined };

export const sampleSchema = z.object({
  id: z.string(),
  seed: z.string(),
  size: z.number(),
  population: z.number(),
  drawnBy: z.string(),
  drawnAt: instantSchema,
  criteria: criteriaSchema,
});
export type Sample = z.infer<typeof sampleSchema>;

export const shownSampleSchema = z.object({ sample: sampleSchema, items: z.array(foundSchema), repeated: z.boolean() });

import { z } from 'zod';
import { instantSchema, orNull } from '@/shared/api/views';

const time = orNull(instantSchema);
const word = z
  .string()
  .nullish()
  .transform((value) => value?.toLowerCase().replaceAll('_', '-') ?? null);

/** One call as the platform's records have it. A time that did not happen is `null`. */
export const callSchema = z.object({
  id: z.string(),
  client: z.string().nullish(),
  queue: z.string(),
  agent: orNull(z.string()),
  offeredAt: time,
  ringingAt: time,
  answeredAt: time,
  endedAt: time,
  outcome: word,
  pbxUniqueId: z.string().nullish(),
  journalPosition: orNull(z.union([z.string(), z.number()])),
});
export type Call = z.infer<typeof callSchema>;

export const callPageSchema = z.object({
  items: z.array(callSchema),
  next: orNull(z.string()),
});

export const callOutcomes = ['answered', 'abandoned', 'timed-out', 'refused', 'lost', 'callback', 'voicemail', 'overflowed'] as const;
export const offerOutcomes = ['answered', 'declined', 'missed', 'failed', 'withdrawn'] as const;

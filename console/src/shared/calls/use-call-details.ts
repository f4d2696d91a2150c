import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { request } from '@/shared/api/request';
import { instantSchema, orNull } from '@/shared/api/views';
import { callSchema } from '@/shared/calls/call-schema';

const time = orNull(instantSchema);
const word = z
  .string()
  .nullish()
  .transform((value) => value?.toLowerCase().replaceAll('_', '-') ?? null);

const count = orNull(z.number());

const recordingSchema = z.object({
  state: z.enum(['none', 'pending', 'stored', 'missing', 'refused', 'not-recorded', 'destroyed']),
  startedAt: time,
  durationMillis: count,
  bytes: count,
  sha256: orNull(z.string()),
  gaps: z
    .array(z.object({ fromMillis: z.number(), toMillis: z.number(), endedBy: z.enum(['agent', 'limit', 'talk']) }))
    .nullish()
    .transform((gaps) => gaps ?? []),
  destroyedAt: time,
});
export type Recording = z.infer<typeof recordingSchema>;

const talkSchema = recordingSchema.extend({ offer: z.union([z.string(), z.number()]).transform(String), agent: z.string() });
/** One talk of a call, and what became of its recording. */
export type Talk = z.infer<typeof talkSchema>;

const stepSchema = z.object({ step: z.string(), at: instantSchema, micros: z.number().nullish().transform((value) => value ?? 0) });
export type Step = z.infer<typeof stepSchema>;

export const journeySchema = z.object({
  flow: z.string(),
  version: z.number(),
  steps: z.array(z.object({ at: instantSchema, kind: z.string(), name: z.string(), score: count })),
});
export type Journey = z.infer<typeof journeySchema>;

const earSchema = z.object({
  packets: z.number(),
  lossPercent: z.number(),
  jitterMeanMillis: count,
  jitterMaxMillis: count,
});
export type Ear = z.infer<typeof earSchema>;

const lineSchema = z.object({
  line: z.enum(['agent', 'customer']),
  offer: orNull(z.string()),
  agent: orNull(z.string()),
  received: earSchema,
  sent: earSchema,
  roundTripMeanMillis: count,
  roundTripMaxMillis: count,
  mosMin: count,
  mosMean: count,
});
/** How well one line of a call carried its audio. */
export type Line = z.infer<typeof lineSchema>;

const outsideLegSchema = z.object({
  at: instantSchema,
  way: z.string(),
  number: z.string(),
  askedBy: z.string(),
  answeredAt: time,
  endedAt: time,
  result: word,
  endUnseen: z.boolean().default(false),
});
/** A leg to the outside that the gate let out, and what became of it. */
export type OutsideLeg = z.infer<typeof outsideLegSchema>;

const callDetailsSchema = callSchema.extend({
  offers: z
    .array(
      z.object({
        offer: z.union([z.string(), z.number()]).transform(String),
        agent: z.string().nullish(),
        offeredAt: time,
        ringingAt: time,
        endedAt: time,
        outcome: word,
      }),
    )
    .default([]),
  callback: orNull(z.object({ call: z.string(), answeredAt: time, endedAt: time, outcome: word })),
  askedIn: orNull(z.string()),
  verification: z
    .array(z.object({ at: instantSchema, by: z.string(), facts: z.array(z.string()), passed: z.boolean() }))
    .nullish()
    .transform((attempts) => attempts ?? []),
  disposition: z.string().nullish(),
  holdMillis: z.number().nullish(),
  customer: z.object({ id: z.string(), name: z.string().nullish(), number: z.string().nullish() }).nullish(),
  recording: orNull(recordingSchema),
  journey: orNull(journeySchema),
  lines: z.array(lineSchema).nullish().transform((lines) => lines ?? []),
  moves: z
    .array(z.object({ at: instantSchema, from: z.string(), to: z.string(), by: z.string(), cause: z.string() }))
    .nullish()
    .transform((moves) => moves ?? []),
  outsideLegs: z.array(outsideLegSchema).nullish().transform((legs) => legs ?? []),
  /** Of a customer who was handed outside: until when they were on the line. */
  customerLine: orNull(z.object({ state: z.enum(['open', 'ended', 'unseen']), endedAt: time })),
  talks: z.array(talkSchema).nullish().transform((talks) => talks ?? []),
  waterfall: z.array(stepSchema).nullish().transform((steps) => steps ?? []),
});
export type CallDetails = z.infer<typeof callDetailsSchema>;

const collectingRefreshMillis = 3_000;

/** GET /api/calls/{id}; read again while the recording of an ended call is being collected: each reading is audited. */
export function useCallDetails(id: string) {
  return useQuery({
    queryKey: ['calls', 'one', id],
    queryFn: ({ signal }) => request(callDetailsSchema, `/api/calls/${encodeURIComponent(id)}`, { signal }),
    refetchInterval: ({ state }) => (isCollecting(state.data) ? collectingRefreshMillis : false),
  });
}

function isCollecting(call: CallDetails | undefined): boolean {
  const talks = call?.talks.length ? call.talks : [call?.recording];
  return call?.endedAt !== null && talks.some((talk) => talk?.state === 'pending');
}

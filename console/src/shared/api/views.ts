import { z } from 'zod';

/** What may be absent or null, read as null. */
export function orNull<T extends z.ZodType>(schema: T) {
  return schema.nullish().transform((value) => value ?? null);
}

/** A list that comes whole, bare or as the items of a page. */
export function listOf<T extends z.ZodType>(schema: T) {
  return z.union([z.array(schema), z.object({ items: z.array(schema) }).transform(({ items }) => items)]);
}

/** An instant as the platform writes it: ISO-8601, UTC, microseconds. */
export const instantSchema = z.iso.datetime();

export const agentStateSchema = z.enum(['signed-out', 'not-ready', 'ready', 'ringing', 'talking', 'wrap-up']);
export type AgentState = z.infer<typeof agentStateSchema>;

/** A colleague, or somebody outside, who was called about the call in hand. */
export const consultationSchema = z.object({
  call: z.string(),
  agent: z.string(),
  displayName: z.string(),
  /** `transferring`: the caller goes over as soon as somebody outside answers. */
  state: z.enum(['transferring', 'ringing', 'consulting', 'with-caller', 'conference']),
  since: instantSchema,
  outside: z.boolean().default(false),
});
export type Consultation = z.infer<typeof consultationSchema>;

/** How the agent's device was tried last in this sign-in. */
export const deviceTestSchema = z.object({
  finding: z.enum([
    'running',
    'passed',
    'silent',
    'no-audio',
    'unreachable',
    'not-answered',
    'declined',
    'hung-up',
    'microphone-denied',
    'microphone-missing',
    'pbx-away',
  ]),
  at: instantSchema,
});
export type DeviceTest = z.infer<typeof deviceTestSchema>;

export const agentViewSchema = z.object({
  agent: z.string(),
  displayName: z.string(),
  state: agentStateSchema,
  reason: orNull(z.string()),
  nextState: orNull(z.string()),
  since: instantSchema,
  deadline: orNull(instantSchema),
  call: orNull(z.string()),
  held: z.boolean(),
  consultation: orNull(consultationSchema),
  device: z.object({ kind: z.enum(['browser', 'sip', 'mobile', 'none']), test: orNull(deviceTestSchema) }),
  today: z.object({ answered: z.number(), handleMillis: z.number() }),
});
export type AgentView = z.infer<typeof agentViewSchema>;

export const contactStageSchema = z.enum(['waiting', 'ringing', 'talking', 'wrap-up']);
export type ContactStage = z.infer<typeof contactStageSchema>;

/** What a line of a talk is like now: whose it is, and who hears the other one badly. */
export const lineQualitySchema = z.object({
  mos: z.number(),
  grade: z.enum(['good', 'fair', 'poor']),
  line: z.enum(['agent', 'customer']),
  hears: z.enum(['agent', 'customer']),
  lossPercent: z.number(),
  jitterMillis: z.number(),
  roundTripMillis: orNull(z.number()),
});
export type LineQuality = z.infer<typeof lineQualitySchema>;
/** A supervisor who listens in to a talk. */
export const listenerSchema = z.object({
  user: z.string(),
  displayName: z.string(),
  mode: z.enum(['listen', 'whisper', 'barge']),
  state: z.enum(['ringing', 'listening']),
  since: instantSchema,
});
export type Listener = z.infer<typeof listenerSchema>;
export type ListenerMode = Listener['mode'];

/** Self-service to which the agent of the present talk has lent the customer. */
const selfServiceSchema = z.object({
  flow: z.string(),
  state: z.enum(['lent', 'done', 'asked-for-agent', 'taken-back']),
  since: instantSchema,
  verified: z.boolean(),
  entered: z.record(z.string(), z.string()).default({}),
});
export type SelfService = z.infer<typeof selfServiceSchema>;

export const contactViewSchema = z.object({
  call: z.string(),
  kind: z.string().default('call'),
  from: orNull(z.object({ agent: z.string(), displayName: z.string() })),
  /** The call on whose behalf a colleague calls; null where two colleagues call each other. */
  about: orNull(z.string()),
  queue: z.string(),
  stage: contactStageSchema,
  arrivedAt: instantSchema,
  since: instantSchema,
  agent: orNull(z.string()),
  offer: orNull(z.string()),
  customer: orNull(z.object({ id: orNull(z.string()), name: orNull(z.string()), number: orNull(z.string()) })),
  quality: orNull(lineQualitySchema),
  selfService: orNull(selfServiceSchema),
  listeners: z.array(listenerSchema).default([]),
});
export type ContactView = z.infer<typeof contactViewSchema>;

export const queueViewSchema = z.object({
  queue: z.string(),
  waiting: z.number(),
  longestWaitingSince: orNull(instantSchema),
  offeredToday: z.number(),
  answeredToday: z.number(),
  abandonedToday: z.number(),
  agents: z.object({
    ready: z.number().default(0),
    ringing: z.number().default(0),
    talking: z.number().default(0),
    'wrap-up': z.number().default(0),
    'not-ready': z.number().default(0),
  }),
});
export type QueueView = z.infer<typeof queueViewSchema>;

/** Why the emergency switch is turned; stands in the audit ledger. */
export const emergencyCauses = ['weather', 'power', 'network', 'fire', 'epidemic', 'authority', 'drill', 'over', 'other'] as const;
export type EmergencyCause = (typeof emergencyCauses)[number];

/** How the client's emergency switch stands. */
export const emergencySchema = z.object({
  mode: z.enum(['off', 'notice', 'closed']),
  cause: orNull(z.string()),
  text: orNull(z.string()),
  textEn: orNull(z.string()),
  by: orNull(z.string()),
  since: orNull(instantSchema),
});
export type Emergency = z.infer<typeof emergencySchema>;

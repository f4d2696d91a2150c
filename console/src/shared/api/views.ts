import { z } from 'zod';

/** An instant as the platform writes it: ISO-8601, UTC, microseconds. */
export const instantSchema = z.iso.datetime();

export const agentStateSchema = z.enum(['signed-out', 'not-ready', 'ready', 'ringing', 'talking', 'wrap-up']);
export type AgentState = z.infer<typeof agentStateSchema>;

export const agentViewSchema = z.object({
  agent: z.string(),
  displayName: z.string(),
  state: agentStateSchema,
  reason: z.string().nullable(),
  nextState: z.literal('not-ready').nullable(),
  since: instantSchema,
  deadline: instantSchema.nullable(),
  call: z.string().nullable(),
  held: z.boolean(),
  device: z.object({ kind: z.enum(['browser', 'sip', 'none']) }),
  today: z.object({ answered: z.number(), handleMillis: z.number() }),
});
export type AgentView = z.infer<typeof agentViewSchema>;

export const contactStageSchema = z.enum(['waiting', 'ringing', 'talking', 'wrap-up']);
export type ContactStage = z.infer<typeof contactStageSchema>;

export const contactViewSchema = z.object({
  call: z.string(),
  queue: z.string(),
  stage: contactStageSchema,
  arrivedAt: instantSchema,
  since: instantSchema,
  agent: z.string().nullable(),
  offer: z.string().nullable(),
  customer: z
    .object({ id: z.string().nullable(), name: z.string().nullable(), number: z.string().nullable() })
    .nullable(),
});
export type ContactView = z.infer<typeof contactViewSchema>;

export const queueViewSchema = z.object({
  queue: z.string(),
  waiting: z.number(),
  longestWaitingSince: instantSchema.nullable(),
  offeredToday: z.number(),
  answeredToday: z.number(),
  abandonedToday: z.number(),
  agents: z.object({
    ready: z.number(),
    ringing: z.number(),
    talking: z.number(),
    'wrap-up': z.number(),
    'not-ready': z.number(),
  }),
});
export type QueueView = z.infer<typeof queueViewSchema>;

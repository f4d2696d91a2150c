import { z } from 'zod';
import { agentViewSchema, contactViewSchema, emergencySchema, instantSchema, queueViewSchema } from '@/shared/api/views';

const seq = z.number().int();

const liveFrameSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('snapshot'),
    seq,
    at: instantSchema,
    me: agentViewSchema.nullish(),
    call: contactViewSchema.nullish(),
    queues: z.array(queueViewSchema),
    agents: z.array(agentViewSchema).default([]),
    contacts: z.array(contactViewSchema).default([]),
    emergency: emergencySchema.nullish(),
  }),
  z.object({ type: z.literal('agent'), seq, agent: agentViewSchema }),
  z.object({ type: z.literal('queue'), seq, queue: queueViewSchema }),
  z.object({ type: z.literal('contact'), seq, contact: contactViewSchema }),
  z.object({ type: z.literal('contact-ended'), seq, call: z.string() }),
  z.object({ type: z.literal('emergency'), seq, emergency: emergencySchema }),
  z.object({ type: z.literal('changed'), seq, what: z.string() }),
  z.object({ type: z.literal('heartbeat'), seq, at: instantSchema }),
]);
export type LiveFrame = z.infer<typeof liveFrameSchema>;
export type Snapshot = Extract<LiveFrame, { type: 'snapshot' }>;

/** A frame of a kind that this console does not know yet: it only counts. */
export interface UnknownFrame {
  type: 'unknown';
  seq: number;
}

const anyFrameSchema = z.object({ type: z.string(), seq });
const knownTypes = new Set<string>(['snapshot', 'agent', 'queue', 'contact', 'contact-ended', 'emergency', 'changed', 'heartbeat']);

/** Parses one text of the WebSocket; `null` is a text that says nothing reliable, after which the view must be read anew. */
export function parseFrame(text: string): LiveFrame | UnknownFrame | null {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return null;
  }
  const frame = liveFrameSchema.safeParse(json);
  if (frame.success) {
    return frame.data;
  }
  const other = anyFrameSchema.safeParse(json);
  return other.success && !knownTypes.has(other.data.type) ? { type: 'unknown', seq: other.data.seq } : null;
}

import type { AgentView, ContactView, Emergency, QueueView } from '@/shared/api/views';
import type { LiveFrame, Snapshot, UnknownFrame } from '@/shared/live/live-frames';

export type Connection = 'connecting' | 'open' | 'reconnecting' | 'signed-out';

/** Everything a desk knows of the present moment. Immutable: a new value for each frame that changes something. */
export interface LiveState {
  readonly connection: Connection;
  /** The last frame taken; `null` while a snapshot is awaited, during which other frames are not believed. */
  readonly seq: number | null;
  /** False until the first snapshot: until then there is nothing to show. */
  readonly hasSnapshot: boolean;
  /** When the last frame came, by this computer's clock. */
  readonly heardAt: number;
  /** What must be added to this computer's clock to get the platform's. */
  readonly clockOffset: number;
  readonly me: AgentView | null;
  readonly queues: ReadonlyMap<string, QueueView>;
  readonly agents: ReadonlyMap<string, AgentView>;
  readonly contacts: ReadonlyMap<string, ContactView>;
  /** How the client's emergency switch stands; `null` before it is told. */
  readonly emergency: Emergency | null;
  /** Calls that left this desk lately, newest last: a phone that still rings for one of them is late. */
  readonly endedCalls: readonly string[];
}

export const initialLiveState: LiveState = {
  connection: 'connecting',
  seq: null,
  hasSnapshot: false,
  heardAt: 0,
  clockOffset: 0,
  me: null,
  queues: new Map(),
  agents: new Map(),
  contacts: new Map(),
  emergency: null,
  endedCalls: [],
};

const maxEndedCalls = 32;

export interface Received {
  readonly state: LiveState;
  /** A frame is missing: the connection must ask for a snapshot. */
  readonly needsResync: boolean;
  /** What has to be read anew: a topic, everything, or nothing. */
  readonly stale: Stale | null;
}

/** `null` stands for every topic: changes may have been missed. */
export interface Stale {
  readonly topic: string | null;
}

/**
 * Takes one frame. Frames are numbered per connection without gaps: a repeated or older one is dropped, a gap makes all
 * that follows doubtful until the next snapshot. `null` stands for a text that could not be read.
 */
export function receive(state: LiveState, frame: LiveFrame | UnknownFrame | null, now: number): Received {
  if (frame === null) {
    return { state: { ...state, seq: null, heardAt: now }, needsResync: true, stale: null };
  }
  if (frame.type === 'snapshot') {
    return { state: takeSnapshot(state, frame, now), needsResync: false, stale: { topic: null } };
  }
  if (state.seq === null || frame.seq <= state.seq) {
    return { state: { ...state, heardAt: now }, needsResync: false, stale: null };
  }
  if (frame.seq !== state.seq + 1) {
    return { state: { ...state, seq: null, heardAt: now }, needsResync: true, stale: null };
  }
  const stale = frame.type === 'changed' ? { topic: frame.what } : null;
  return { state: { ...apply(state, frame, now), seq: frame.seq, heardAt: now }, needsResync: false, stale };
}

function takeSnapshot(state: LiveState, frame: Snapshot, now: number): LiveState {
  const contacts = new Map(frame.contacts.map((contact) => [contact.call, contact]));
  if (frame.call) {
    contacts.set(frame.call.call, frame.call);
  }
  return {
    ...state,
    seq: frame.seq,
    hasSnapshot: true,
    heardAt: now,
    clockOffset: Date.parse(frame.at) - now,
    me: frame.me ?? null,
    queues: new Map(frame.queues.map((queue) => [queue.queue, queue])),
    agents: new Map(frame.agents.map((agent) => [agent.agent, agent])),
    contacts,
    emergency: frame.emergency ?? null,
  };
}

function apply(state: LiveState, frame: Exclude<LiveFrame, Snapshot> | UnknownFrame, now: number): LiveState {
  switch (frame.type) {
    case 'agent':
      return takeAgent(state, frame.agent);
    case 'queue':
      return { ...state, queues: new Map(state.queues).set(frame.queue.queue, frame.queue) };
    case 'contact':
      return takeContact(state, frame.contact);
    case 'contact-ended':
      return endContact(state, frame.call);
    case 'emergency':
      return { ...state, emergency: frame.emergency };
    case 'heartbeat':
      return { ...state, clockOffset: Date.parse(frame.at) - now };
    case 'changed':
    case 'unknown':
      return state;
  }
}

/**
 * Takes one agent's view, from a frame or from the answer to that agent's own request, unless a newer one is there. Only
 * the desks of those who watch others are told of others.
 */
export function takeAgent(state: LiveState, agent: AgentView): LiveState {
  if (state.me?.agent !== agent.agent) {
    return { ...state, agents: new Map(state.agents).set(agent.agent, agent) };
  }
  if (Date.parse(agent.since) < Date.parse(state.me.since)) {
    return state;
  }
  const agents = state.agents.has(agent.agent) ? new Map(state.agents).set(agent.agent, agent) : state.agents;
  return dropEnded({ ...state, me: agent, agents });
}

/** A contact that left this desk may come back to it: it went to the queue again and is offered once more. */
function takeContact(state: LiveState, contact: ContactView): LiveState {
  const contacts = new Map(state.contacts).set(contact.call, contact);
  const cameBack = state.endedCalls.includes(contact.call);
  const endedCalls = cameBack ? state.endedCalls.filter((call) => call !== contact.call) : state.endedCalls;
  return { ...state, contacts, endedCalls };
}

/** A contact that ended stays in view while its agent still works on it: the wrap-up needs the customer. */
function endContact(state: LiveState, call: string): LiveState {
  const endedCalls = [...state.endedCalls.filter((ended) => ended !== call), call].slice(-maxEndedCalls);
  return dropEnded({ ...state, endedCalls });
}

function dropEnded(state: LiveState): LiveState {
  const over = state.endedCalls.filter((call) => state.contacts.has(call) && state.me?.call !== call);
  if (over.length === 0) {
    return state;
  }
  const contacts = new Map(state.contacts);
  over.forEach((call) => contacts.delete(call));
  return { ...state, contacts };
}

/** The contact that the agent of this desk is working on. */
export function ownContact(state: LiveState): ContactView | null {
  const call = state.me?.call ?? null;
  return call === null ? null : (state.contacts.get(call) ?? null);
}

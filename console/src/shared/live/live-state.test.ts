import { expect, test } from 'vitest';
import { aContact, anAgent, aQueue } from '@test/views';
import { parseFrame, type LiveFrame } from '@/shared/live/live-frames';
import { initialLiveState, ownContact, receive, takeAgent, type LiveState } from '@/shared/live/live-state';

const at = '2026-11-23T06:00:00.000000Z';
const now = Date.parse(at) - 3_000;

function snapshot(part: Partial<Extract<LiveFrame, { type: 'snapshot' }>> = {}): LiveFrame {
  return { type: 'snapshot', seq: 1, at, me: anAgent(), call: null, queues: [aQueue()], agents: [], contacts: [], ...part };
}

const begun = receive(initialLiveState, snapshot(), now).state;
const take = (state: LiveState, ...frames: LiveFrame[]) => frames.reduce((before, frame) => receive(before, frame, now).state, state);

test('nothing is believed before the first snapshot', () => {
  const { state, needsResync } = receive(initialLiveState, { type: 'queue', seq: 1, queue: aQueue() }, now);
  expect(state.queues.size).toBe(0);
  expect(needsResync).toBe(false);
});

test("the snapshot sets the picture and the platform's clock", () => {
  expect(begun).toMatchObject({ seq: 1, hasSnapshot: true, clockOffset: 3_000 });
  expect(begun.queues.get('support')?.offeredToday).toBe(128);
});

test('frames in order are taken one after the other', () => {
  const state = take(begun, { type: 'queue', seq: 2, queue: aQueue({ waiting: 4 }) }, { type: 'heartbeat', seq: 3, at });
  expect(state.seq).toBe(3);
  expect(state.queues.get('support')?.waiting).toBe(4);
});

test('a repeated or late frame is dropped', () => {
  const ahead = take(begun, { type: 'queue', seq: 2, queue: aQueue({ waiting: 4 }) });
  const { state, needsResync } = receive(ahead, { type: 'queue', seq: 2, queue: aQueue({ waiting: 9 }) }, now);
  expect(state.queues.get('support')?.waiting).toBe(4);
  expect(needsResync).toBe(false);
});

test('a gap asks for a snapshot, and nothing is believed until it comes', () => {
  const gap = receive(begun, { type: 'queue', seq: 3, queue: aQueue({ waiting: 9 }) }, now);
  expect(gap.needsResync).toBe(true);
  const after = receive(gap.state, { type: 'queue', seq: 4, queue: aQueue({ waiting: 8 }) }, now);
  expect(after.needsResync).toBe(false);
  expect(after.state.queues.get('support')?.waiting).toBe(0);
  const mended = take(after.state, snapshot({ seq: 5, queues: [aQueue({ waiting: 7 })] }), { type: 'queue', seq: 6, queue: aQueue({ waiting: 6 }) });
  expect(mended.queues.get('support')?.waiting).toBe(6);
});

test('a text that cannot be read asks for a snapshot', () => {
  expect(parseFrame('not json')).toBeNull();
  expect(parseFrame('{"type":"queue","seq":2,"queue":{}}')).toBeNull();
  expect(receive(begun, null, now)).toMatchObject({ needsResync: true, state: { seq: null } });
});

test('a frame of an unknown kind only counts', () => {
  const frame = parseFrame('{"type":"weather","seq":2}');
  expect(frame).toEqual({ type: 'unknown', seq: 2 });
  expect(receive(begun, frame, now)).toMatchObject({ needsResync: false, state: { seq: 2 } });
});

test("an agent's contact stays until its wrap-up is done, even when it has ended", () => {
  const talking = take(
    begun,
    { type: 'contact', seq: 2, contact: aContact() },
    { type: 'agent', seq: 3, agent: anAgent({ state: 'wrap-up', call: '1001' }) },
    { type: 'contact-ended', seq: 4, call: '1001' },
  );
  expect(ownContact(talking)?.customer?.name).toBe('张*');
  const done = take(talking, { type: 'agent', seq: 5, agent: anAgent({ state: 'ready' }) });
  expect(ownContact(done)).toBeNull();
  expect(done.contacts.size).toBe(0);
});

test('a contact that comes back to the desk is no ended one', () => {
  const left = take(begun, { type: 'contact', seq: 2, contact: aContact() }, { type: 'contact-ended', seq: 3, call: '1001' });
  expect(left.endedCalls).toEqual(['1001']);
  const back = take(left, { type: 'contact', seq: 4, contact: aContact({ offer: '8' }) });
  expect(back.endedCalls).toEqual([]);
  expect(back.contacts.has('1001')).toBe(true);
});

test("the answer to an own request never undoes a newer frame", () => {
  const newer = take(begun, { type: 'agent', seq: 2, agent: anAgent({ state: 'ringing', since: '2026-11-23T06:00:09.000000Z' }) });
  expect(takeAgent(newer, anAgent({ state: 'ready', since: '2026-11-23T06:00:08.000000Z' }))).toBe(newer);
  expect(takeAgent(newer, anAgent({ state: 'talking', since: '2026-11-23T06:00:10.000000Z' })).me?.state).toBe('talking');
});

test('absent fields are read as null', () => {
  const { reason, nextState, deadline, call, ...bare } = anAgent();
  expect([reason, nextState, deadline, call]).toEqual([null, null, null, null]);
  expect(parseFrame(JSON.stringify({ type: 'agent', seq: 2, agent: bare }))).toMatchObject({ agent: { reason: null, call: null } });
});

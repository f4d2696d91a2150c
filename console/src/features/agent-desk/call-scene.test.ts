import { expect, test } from 'vitest';
import { aContact, anAgent } from '@test/views';
import { endedTalk, sceneOf, takenOver, withdrawnContact, type SceneInput } from '@/features/agent-desk/call-scene';
import type { LegState } from '@/shared/softphone/softphone-state';

const on = { leg: 1, contact: '1001', queue: 'support' };
const ringing: LegState = { kind: 'ringing', ...on };
const talking: LegState = { kind: 'talking', ...on, since: '2026-11-23T06:00:05.000Z', hold: 'none', muted: false };
const none: LegState = { kind: 'none' };
const contact = aContact();

function scene(part: Partial<SceneInput>) {
  return sceneOf({ me: anAgent(), contacts: new Map([['1001', contact]]), endedCalls: [], leg: none, ...part });
}

const meRinging = anAgent({ state: 'ringing', call: '1001' });

test('a call rings once, whichever word comes first', () => {
  expect(scene({ leg: ringing, contacts: new Map() })).toMatchObject({ kind: 'ringing', answer: 'here', queue: 'support', contact: null });
  expect(scene({ me: meRinging })).toMatchObject({ kind: 'ringing', answer: 'coming', contact });
  expect(scene({ me: meRinging, leg: ringing })).toMatchObject({ kind: 'ringing', answer: 'here', contact });
});

test('a call for the SIP phone is answered there', () => {
  const me = anAgent({ state: 'ringing', call: '1001', device: { kind: 'sip', test: null } });
  expect(scene({ me })).toMatchObject({ kind: 'ringing', answer: 'on-phone' });
  expect(scene({ me: { ...me, state: 'talking' } })).toMatchObject({ kind: 'talking', phone: 'sip' });
  expect(scene({ me: { ...me, device: { kind: 'mobile', test: null } } })).toMatchObject({ kind: 'ringing', answer: 'on-phone' });
});

test('the call by which the phone is tried is no call of the desk', () => {
  expect(scene({ leg: { ...ringing, queue: 'devicetest' } })).toEqual({ kind: 'idle' });
  expect(scene({ leg: { ...talking, queue: 'devicetest' } })).toEqual({ kind: 'idle' });
});

test('a phone that rings for a call which the platform has ended shows nothing', () => {
  expect(scene({ leg: ringing, endedCalls: ['1001'] })).toEqual({ kind: 'idle' });
});

test('a running leg stays on the screen whatever the platform says meanwhile', () => {
  expect(scene({ leg: talking, me: null })).toMatchObject({ kind: 'talking', phone: 'here', since: '2026-11-23T06:00:05.000Z' });
  expect(scene({ leg: talking, me: anAgent({ state: 'wrap-up', call: '1000' }) })).toMatchObject({ kind: 'talking' });
  expect(scene({ leg: talking, me: anAgent({ state: 'ready' }) })).toMatchObject({ kind: 'talking' });
});

test('a leg whose end the PBX could not tell gives way to the wrap-up of its call', () => {
  expect(scene({ leg: talking, me: anAgent({ state: 'wrap-up', call: '1001' }) })).toMatchObject({ kind: 'wrap-up' });
});

test('a talk that the platform has ended is over, one that goes on is not', () => {
  const meTalking = anAgent({ state: 'talking', call: '1001' });
  expect(endedTalk(meTalking, anAgent({ state: 'wrap-up', call: '1001' }))).toBe('1001');
  expect(endedTalk(meTalking, anAgent({ state: 'not-ready' }))).toBe('1001');
  expect(endedTalk(meTalking, meTalking)).toBeNull();
  expect(endedTalk(anAgent({ state: 'ready' }), meTalking)).toBeNull();
  expect(endedTalk(meTalking, null)).toBeNull();
});

test('a talk that was taken over goes on upon the same leg', () => {
  const asked = anAgent({ state: 'talking', call: '1001' });
  const keeps = anAgent({ state: 'talking', call: '1000' });
  expect(takenOver(asked, keeps)).toEqual({ from: '1001', to: '1000' });
  expect(endedTalk(asked, keeps)).toBeNull();
  expect(takenOver(asked, anAgent({ state: 'wrap-up', call: '1000' }))).toBeNull();
  expect(takenOver(asked, asked)).toBeNull();
});

test('a colleague who is asked belongs to the talk that the agent is in', () => {
  const consultation = { call: '2001', agent: 'agent2', displayName: '李雷', state: 'consulting' as const, since: '2026-11-23T06:00:09.000Z', outside: false };
  const me = anAgent({ state: 'talking', call: '1001', held: true, consultation });
  expect(scene({ leg: talking, me })).toMatchObject({ kind: 'talking', held: false, consultation });
  expect(scene({ me: { ...me, device: { kind: 'sip', test: null } } })).toMatchObject({ kind: 'talking', held: false, consultation });
  expect(scene({ leg: talking, me: { ...me, call: '1000' } })).toMatchObject({ kind: 'talking', consultation: null });
});

test('a call whose voice is gone from this browser is being ended', () => {
  expect(scene({ me: anAgent({ state: 'talking', call: '1001' }) })).toMatchObject({ kind: 'ending' });
});

test('after the call comes the wrap-up, with its deadline', () => {
  const deadline = '2026-11-23T06:10:00.000Z';
  expect(scene({ me: anAgent({ state: 'wrap-up', call: '1001', deadline }) })).toMatchObject({ kind: 'wrap-up', deadline, contact });
});

test('ringing that ends without an answer is withdrawn, an answer is not', () => {
  expect(withdrawnContact(meRinging, anAgent({ state: 'ready' }))).toBe('1001');
  expect(withdrawnContact(meRinging, anAgent({ state: 'ringing', call: '1002' }))).toBe('1001');
  expect(withdrawnContact(meRinging, anAgent({ state: 'talking', call: '1001' }))).toBeNull();
  expect(withdrawnContact(anAgent(), meRinging)).toBeNull();
  expect(withdrawnContact(meRinging, null)).toBeNull();
});

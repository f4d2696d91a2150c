import { expect, test } from 'vitest';
import { anAgent } from '@test/views';
import { reasonToLook, sortByNeed } from '@/features/supervisor-desk/needs-a-look';

const since = '2026-11-23T06:00:00.000000Z';
const after = (minutes: number) => Date.parse(since) + minutes * 60_000;

test('an agent whose phone cannot be reached or who missed a call needs a look at once', () => {
  expect(reasonToLook(anAgent({ state: 'not-ready', reason: 'phone-unreachable', since }), after(0))).toBe('phone-unreachable');
  expect(reasonToLook(anAgent({ state: 'not-ready', reason: 'missed-offer', since }), after(0))).toBe('missed-offer');
});

test('a call, a hold, a wrap-up and a break need a look when they grow long', () => {
  expect(reasonToLook(anAgent({ state: 'talking', since }), after(9))).toBeNull();
  expect(reasonToLook(anAgent({ state: 'talking', since }), after(11))).toBe('long-talk');
  expect(reasonToLook(anAgent({ state: 'talking', held: true, since }), after(4))).toBe('long-hold');
  expect(reasonToLook(anAgent({ state: 'wrap-up', since }), after(2))).toBe('long-wrap-up');
  expect(reasonToLook(anAgent({ state: 'not-ready', reason: 'break', since }), after(19))).toBeNull();
  expect(reasonToLook(anAgent({ state: 'not-ready', reason: 'break', since }), after(21))).toBe('long-not-ready');
});

test('those who need a look come first, gravest first, and who is signed out is not listed', () => {
  const agents = [
    anAgent({ agent: 'quiet', state: 'ready', since }),
    anAgent({ agent: 'gone', state: 'signed-out', since }),
    anAgent({ agent: 'long', state: 'talking', since }),
    anAgent({ agent: 'lost', state: 'not-ready', reason: 'phone-unreachable', since }),
    anAgent({ agent: 'busy', state: 'ringing', since }),
  ];
  expect(sortByNeed(agents, after(11)).map((agent) => agent.agent)).toEqual(['lost', 'long', 'busy', 'quiet']);
});

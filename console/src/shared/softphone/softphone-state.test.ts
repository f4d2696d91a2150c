import { describe, expect, test } from 'vitest';
import {
  transition,
  type Hold,
  type LegState,
  type Registration,
  type SoftphoneEvent,
  type SoftphoneState,
} from '@/shared/softphone/softphone-state';

const on = { leg: 7, contact: '1001', queue: 'support' };
const since = '2026-11-23T06:00:00.000Z';
const talking = (hold: Hold, muted: boolean): LegState => ({ kind: 'talking', ...on, since, hold, muted });

const legs: Record<string, LegState> = {
  none: { kind: 'none' },
  ringing: { kind: 'ringing', ...on },
  answering: { kind: 'answering', ...on },
  ending: { kind: 'ending', ...on },
  talking: talking('none', false),
  holding: talking('holding', false),
  held: talking('held', false),
  resuming: talking('resuming', false),
  'talking muted': talking('none', true),
  'holding muted': talking('holding', true),
  'held muted': talking('held', true),
  'resuming muted': talking('resuming', true),
};

const events: Record<string, SoftphoneEvent> = {
  started: { type: 'started' },
  stopped: { type: 'stopped' },
  registered: { type: 'registered' },
  unreachable: { type: 'unreachable' },
  refused: { type: 'refused' },
  invited: { type: 'invited', ...on },
  answer: { type: 'answer' },
  established: { type: 'established', leg: 7, at: since },
  hold: { type: 'hold' },
  held: { type: 'held', leg: 7 },
  resume: { type: 'resume' },
  resumed: { type: 'resumed', leg: 7 },
  muted: { type: 'muted' },
  unmuted: { type: 'unmuted' },
  'hang-up': { type: 'hang-up' },
  withdrawn: { type: 'withdrawn', contact: '1001' },
  ended: { type: 'ended', leg: 7 },
  'microphone-failed': { type: 'microphone-failed', problem: 'busy' },
  'microphone-works': { type: 'microphone-works' },
};

/** Every arrow of the leg; where no arrow stands, the leg stays. */
const legArrows: Record<string, Record<string, string>> = {
  none: { invited: 'ringing' },
  ringing: { answer: 'answering', 'hang-up': 'ending', withdrawn: 'none', ended: 'none' },
  answering: { established: 'talking', 'hang-up': 'ending', ended: 'none', 'microphone-failed': 'ringing' },
  ending: { ended: 'none' },
  talking: { hold: 'holding', held: 'held', muted: 'talking muted', 'hang-up': 'ending', ended: 'none' },
  holding: { held: 'held', resumed: 'talking', muted: 'holding muted', 'hang-up': 'ending', ended: 'none' },
  held: { resume: 'resuming', resumed: 'talking', muted: 'held muted', 'hang-up': 'ending', ended: 'none' },
  resuming: { held: 'held', resumed: 'talking', muted: 'resuming muted', 'hang-up': 'ending', ended: 'none' },
  'talking muted': { hold: 'holding muted', held: 'held muted', unmuted: 'talking', 'hang-up': 'ending', ended: 'none' },
  'holding muted': { held: 'held muted', resumed: 'talking muted', unmuted: 'holding', 'hang-up': 'ending', ended: 'none' },
  'held muted': { resume: 'resuming muted', resumed: 'talking muted', unmuted: 'held', 'hang-up': 'ending', ended: 'none' },
  'resuming muted': { held: 'held muted', resumed: 'talking muted', unmuted: 'resuming', 'hang-up': 'ending', ended: 'none' },
};

const registrations: Registration[] = ['off', 'connecting', 'registered', 'lost', 'refused'];
const registrationArrows: Record<Registration, Record<string, Registration>> = {
  off: { started: 'connecting' },
  connecting: { stopped: 'off', registered: 'registered', unreachable: 'lost', refused: 'refused' },
  registered: { stopped: 'off', unreachable: 'lost', refused: 'refused' },
  lost: { stopped: 'off', registered: 'registered', refused: 'refused' },
  refused: { stopped: 'off', registered: 'registered', unreachable: 'lost' },
};

const microphones = [null, 'denied'] as const;

function expectedAfter(before: SoftphoneState, legName: string, eventName: string): SoftphoneState {
  const leg = legs[legArrows[legName]?.[eventName] ?? legName] ?? before.leg;
  const mayRegister = eventName !== 'stopped' || before.leg.kind === 'none';
  const registration = (mayRegister && registrationArrows[before.registration][eventName]) || before.registration;
  const microphone =
    eventName === 'microphone-failed' ? 'busy' : eventName === 'microphone-works' ? null : before.microphone;
  return { registration, leg, microphone };
}

describe.each(registrations)('registration %s', (registration) => {
  describe.each(Object.keys(legs))('leg %s', (legName) => {
    test.each(Object.keys(events))('%s', (eventName) => {
      for (const microphone of microphones) {
        const leg = legs[legName];
        const event = events[eventName];
        if (!leg || !event) {
          throw new Error('no such state or event');
        }
        const before: SoftphoneState = { registration, leg, microphone };
        const expected = expectedAfter(before, legName, eventName);
        const after = transition(before, event);
        expect(after).toEqual(expected);
        if (JSON.stringify(expected) === JSON.stringify(before)) {
          expect(after).toBe(before);
        }
      }
    });
  });
});

test('a leg that serves another contact from now on goes on as it is', () => {
  const leg: LegState = { kind: 'talking', ...on, since, hold: 'none', muted: true };
  const talking: SoftphoneState = { registration: 'registered', microphone: null, leg };
  expect(transition(talking, { type: 'carried-over', from: '1001', to: '1000' }).leg).toEqual({ ...leg, contact: '1000' });
  expect(transition(talking, { type: 'carried-over', from: '1002', to: '1000' })).toBe(talking);
});

test('news of another leg changes nothing', () => {
  for (const leg of Object.values(legs)) {
    const before: SoftphoneState = { registration: 'registered', leg, microphone: null };
    const late: SoftphoneEvent[] = [
      { type: 'established', leg: 6, at: since },
      { type: 'held', leg: 6 },
      { type: 'resumed', leg: 6 },
      { type: 'ended', leg: 6 },
      { type: 'withdrawn', contact: '999' },
    ];
    late.forEach((event) => expect(transition(before, event)).toBe(before));
  }
});

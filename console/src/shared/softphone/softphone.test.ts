// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from 'vitest';
import { makeFakePhone } from '@test/fake-line';

const settle = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => {
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

async function registered() {
  const phone = makeFakePhone();
  phone.softphone.start();
  await settle();
  return phone;
}

test('it registers with the credentials of the sign-in and lets the microphone go again', async () => {
  const { softphone, line, microphone } = await registered();
  expect(line.done).toEqual(['connect']);
  expect(softphone.read()).toEqual({ registration: 'registered', leg: { kind: 'none' }, microphone: null });
  expect(microphone.closed).toBe(1);
});

test('an incoming call rings until it is answered', async () => {
  const { softphone, line, ring } = await registered();
  line.listener?.invited(1, '1001', 'support');
  expect(ring.isOn).toBe(true);
  await softphone.answer();
  expect(ring.isOn).toBe(false);
  expect(softphone.read().leg).toMatchObject({ kind: 'talking', contact: '1001', hold: 'none', muted: false });
});

test('the ringing stops at once when the caller is gone, whoever says it first', async () => {
  const { softphone, line, ring } = await registered();
  line.listener?.invited(1, '1001', 'support');
  line.listener?.ended(1);
  expect(ring.isOn).toBe(false);
  line.listener?.invited(2, '1002', 'support');
  softphone.withdraw('1002');
  expect(ring.isOn).toBe(false);
  line.listener?.ended(2);
  expect(softphone.read().leg).toEqual({ kind: 'none' });
});

test('a second call while one is there is turned away', async () => {
  const { softphone, line } = await registered();
  line.listener?.invited(1, '1001', 'support');
  line.listener?.invited(2, '1002', 'support');
  expect(line.done).toContain('hang-up 2');
  expect(softphone.read().leg).toMatchObject({ kind: 'ringing', contact: '1001' });
});

test('without a microphone the call goes on ringing and says why', async () => {
  const { softphone, line, microphone, ring } = await registered();
  microphone.problem = 'busy';
  line.listener?.invited(1, '1001', 'support');
  await softphone.answer();
  expect(softphone.read()).toMatchObject({ leg: { kind: 'ringing' }, microphone: 'busy' });
  expect(ring.isOn).toBe(true);
  microphone.problem = null;
  await softphone.answer();
  expect(softphone.read()).toMatchObject({ leg: { kind: 'talking' }, microphone: null });
});

test('hold, mute and hang-up reach the running leg only', async () => {
  const { softphone, line } = await registered();
  softphone.toggleHold();
  softphone.hangUp();
  expect(line.done).toEqual(['connect']);
  line.listener?.invited(1, '1001', 'support');
  await softphone.answer();
  softphone.toggleHold();
  softphone.toggleHold();
  softphone.toggleMute();
  softphone.toggleMute();
  softphone.hangUp();
  expect(line.done.slice(1)).toEqual(['answer 1', 'hold 1', 'resume 1', 'mute 1', 'unmute 1', 'hang-up 1']);
});

test('a headset plugged in again becomes the voice of the running call, muted as before', async () => {
  const { softphone, line } = await registered();
  line.listener?.invited(1, '1001', 'support');
  await softphone.answer();
  softphone.toggleMute();
  await softphone.checkMicrophone();
  expect(line.done.slice(-2)).toEqual(['replace-voice 1', 'mute 1']);
});

test('a refused registration asks for credentials again, later and later', async () => {
  let asked = 0;
  const phone = makeFakePhone(() => {
    asked += 1;
    return Promise.resolve({ wssUrl: '', uri: '', user: '', password: '' });
  });
  phone.softphone.start();
  await settle();
  for (const seconds of [1, 2, 4, 8, 15, 15]) {
    phone.line.listener?.refused();
    expect(phone.softphone.read().registration).toBe('refused');
    await vi.advanceTimersByTimeAsync(seconds * 1000 - 1);
    const before = asked;
    await vi.advanceTimersByTimeAsync(1);
    expect(asked).toBe(before + 1);
  }
  expect(phone.line.done.filter((what) => what === 'register-again')).toHaveLength(6);
});

test('new credentials wait until the running call is over', async () => {
  let password = 'one';
  const phone = makeFakePhone(() => Promise.resolve({ wssUrl: '', uri: '', user: '', password }));
  phone.softphone.start();
  await settle();
  phone.line.listener?.invited(1, '1001', 'support');
  await phone.softphone.answer();
  password = 'two';
  phone.line.listener?.refused();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(phone.line.done.filter((what) => what === 'connect')).toHaveLength(1);
  expect(phone.softphone.read().leg.kind).toBe('talking');
  phone.softphone.hangUp();
  await vi.advanceTimersByTimeAsync(15_000);
  expect(phone.line.done.filter((what) => what === 'connect')).toHaveLength(2);
});

test('a page that goes away says goodbye', async () => {
  const { softphone, line } = await registered();
  line.listener?.invited(1, '1001', 'support');
  await softphone.answer();
  softphone.leave();
  expect(line.done.slice(-2)).toEqual(['hang-up 1', 'disconnect']);
});

test('the call by which this phone is tried is answered by itself, and rings nobody', async () => {
  const { softphone, line, ring } = await registered();
  line.listener?.invited(1, '4711', 'devicetest');
  expect(ring.isOn).toBe(false);
  await settle();
  expect(softphone.read().leg).toMatchObject({ kind: 'talking', queue: 'devicetest' });
});

test('without a microphone the call by which this phone is tried is not answered', async () => {
  const { softphone, line, microphone } = await registered();
  microphone.problem = 'denied';
  line.listener?.invited(1, '4711', 'devicetest');
  await settle();
  expect(softphone.read()).toMatchObject({ leg: { kind: 'ringing' }, microphone: 'denied' });
});

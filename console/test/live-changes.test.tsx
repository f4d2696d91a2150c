// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { makeFakePhone } from '@test/fake-line';
import { FakePlatform } from '@test/fake-server/fake-platform';
import { openPage } from '@test/render';

let platform: FakePlatform;
let phone: ReturnType<typeof makeFakePhone>;

beforeEach(() => {
  platform = new FakePlatform();
  platform.user = 'agent1';
  phone = makeFakePhone();
});

const appointments = '/api/agent/appointments';
const appointment = {
  id: '1',
  number: '138****8000',
  customer: null,
  dueAt: '2026-11-24T02:00:00Z',
  due: false,
  note: '周三回电',
  queue: 'support',
  state: 'scheduled',
  outcome: '',
  call: null,
};

const answer = (path: string, body: object) => platform.failures.set(`GET ${path}`, { status: 200, body });
const readings = (path: string) => platform.requests.filter((request) => request.method === 'GET' && request.path === path).length;
const told = (what: string) => act(() => platform.changed(what));

async function openDesk() {
  const page = await openPage('/agent', platform, { makeSoftphone: () => phone.softphone });
  await waitFor(() => expect(phone.softphone.read().registration).toBe('registered'));
  return page;
}

async function talk() {
  await openDesk();
  act(() => platform.ring());
  act(() => phone.line.listener?.invited(1, '1001', 'support'));
  act(() => void fireEvent.keyDown(document.body, { key: 'F2' }));
  act(() => void platform.agent('agent1', { state: 'talking' }));
  await screen.findByRole('button', { name: /挂断/ });
}

test('an appointment that has become due is seen as soon as it is told, and nothing else is read for it', async () => {
  answer(appointments, { items: [appointment] });
  await openDesk();
  await screen.findByText('周三回电');
  expect(screen.queryByText('到点')).toBeNull();
  const before = readings('/api/agent/notice');
  answer(appointments, { items: [{ ...appointment, due: true }] });
  told('appointments');
  expect(await screen.findByText('到点')).toBeVisible();
  expect(readings('/api/agent/notice')).toBe(before);
});

test('what came of dialling a customer is seen as soon as it is told', async () => {
  answer('/api/agent/calls/1001', { result: null, rules: [] });
  platform.contact({ kind: 'callback' });
  await talk();
  await waitFor(() => expect(readings('/api/agent/calls/1001')).toBeGreaterThan(0));
  answer('/api/agent/calls/1001', { result: 'busy', rules: [] });
  told('outside-result');
  expect(await screen.findByText(/客户忙/)).toBeVisible();
});

test('whoever did not answer the own phone is told that nobody was called', async () => {
  answer('/api/agent/calls/1001', { result: null, rules: [] });
  platform.contact({ kind: 'callback' });
  await openDesk();
  act(() => platform.ring());
  await screen.findByText(/接听后/);
  act(() => void platform.agent('agent1', { state: 'not-ready', call: null }));
  await waitFor(() => expect(readings('/api/agent/calls/1001')).toBeGreaterThan(0));
  answer('/api/agent/calls/1001', { result: 'own-phone', rules: [] });
  told('outside-result');
  expect(await screen.findByText('您的话机没有接听，未呼叫客户')).toBeVisible();
});

test('a recording that goes on by itself is seen as soon as it is told', async () => {
  const since = platform.now(-60_000);
  answer('/api/calls/1001/recording/pause', { paused: true, since, until: platform.now(60_000) });
  await talk();
  expect(await screen.findByText('录音已暂停')).toBeVisible();
  answer('/api/calls/1001/recording/pause', { paused: false, since: null, until: null });
  told('recording-pause');
  await waitFor(() => expect(screen.queryByText('录音已暂停')).toBeNull());
});

test('supervisors see at once whom a colleague has lent, and an own number at its limit', async () => {
  platform.user = 'supervisor1';
  const { user } = await openPage('/supervisor', platform);
  await user.click(await screen.findByRole('button', { name: /陈静/ }));
  await screen.findByLabelText('临时支援队列…');
  const move = { id: '5', agent: 'agent1', displayName: '陈静', queue: 'consult', by: 'supervisor2', since: platform.now(), until: platform.now(600_000) };
  platform.failures.set('GET /api/skill-moves', { status: 200, body: [move] });
  told('skill-moves');
  expect(await screen.findByText(/supervisor2/)).toBeVisible();
  answer('/api/numbers/alarms', { items: [{ number: '4001', calls: 50, most: 50, refused: 2, since: platform.now() }] });
  told('number-alarms');
  expect(await screen.findByText('主叫号码 4001 一小时内的呼叫已达上限')).toBeVisible();
});

test('supervisors see at once what a caller has left, what an agent has marked, and whom the platform calls again', async () => {
  platform.user = 'supervisor1';
  answer('/api/messages', { items: [] });
  answer('/api/nuisance-marks', { items: [] });
  await openPage('/supervisor', platform);
  await screen.findByText('陈静');
  const message = { call: '7', queue: 'support', leftAt: platform.now(), seconds: 9, number: '138****8000', customer: null, doneAt: null, doneBy: null };
  answer('/api/messages', { items: [message] });
  told('messages');
  expect(await screen.findByTitle('1')).toBeVisible();
  const mark = { id: '9', number: '138****8000', reason: 'abuse', call: '7', markedBy: 'agent1', markedAt: platform.now(), confirmedAt: null, expiresAt: null, liftedBy: null };
  answer('/api/nuisance-marks', { items: [mark, { ...mark, id: '10' }] });
  told('nuisance-marks');
  expect(await screen.findByTitle('2')).toBeVisible();
  platform.supervision.callbacks = ['1', '2', '3'].map((id) => ({ id, number: '138****8000', queue: 'support', dueAt: platform.now(), state: 'scheduled', outcome: '', call: null }));
  told('callbacks');
  expect(await screen.findByTitle('3')).toBeVisible();
});

test('whoever was cut off reads everything anew, since changes may have been missed', async () => {
  answer(appointments, { items: [appointment] });
  const { lines } = await openDesk();
  await screen.findByText('周三回电');
  act(() => lines.goDown());
  answer(appointments, { items: [{ ...appointment, note: '改到周四' }] });
  act(() => lines.comeBack());
  expect(await screen.findByText('改到周四')).toBeVisible();
});

test('a change that was not told of in the row is followed by everything anew', async () => {
  answer(appointments, { items: [appointment] });
  await openDesk();
  await screen.findByText('周三回电');
  answer(appointments, { items: [{ ...appointment, note: '改到周四' }] });
  act(() => {
    platform.skipFrame();
    platform.heartbeat();
  });
  expect(await screen.findByText('改到周四')).toBeVisible();
});

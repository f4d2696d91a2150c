// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { expectAccessible } from '@test/accessibility';
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

async function openDesk() {
  const page = await openPage('/agent', platform, { language: 'zh-CN', makeSoftphone: () => phone.softphone });
  await screen.findByRole('button', { name: '更改我的状态' });
  return page;
}

const press = (key: string) => act(() => void fireEvent.keyDown(document.body, { key }));

test('a talk on a desk phone is held, muted and keyed from here, and a failed mute says who is heard', async () => {
  const { user } = await openDesk();
  act(() => {
    platform.ring();
    platform.agent('agent1', { state: 'talking', device: { kind: 'sip', test: null } });
  });
  await user.click(await screen.findByRole('button', { name: /^保持/ }));
  expect(await screen.findByRole('button', { name: /^恢复/ })).toBeVisible();
  press('F6');
  expect(await screen.findByRole('button', { name: /^保持/ })).toBeVisible();
  press('F7');
  expect(await screen.findByText('对方现在听不到您')).toBeVisible();
  await expectAccessible();
  platform.failures.set('DELETE /api/calls/1001/mute', { status: 503, body: { rule: 'talk.pbx' } });
  press('F7');
  expect(await screen.findByText('没有取消静音，对方仍听不到您')).toBeVisible();
  platform.failures.clear();
  press('F7');
  await waitFor(() => expect(screen.queryByText('对方现在听不到您')).toBeNull());
  await user.click(screen.getByRole('button', { name: '键盘' }));
  await user.click(screen.getByRole('button', { name: '按键 4' }));
  await user.click(screen.getByRole('button', { name: '按键 2' }));
  await waitFor(() => expect(platform.talks.keys).toBe('42'));
  await expectAccessible();
});

test('a colleague is chosen, called, and what came of it is said', async () => {
  const { user } = await openDesk();
  platform.talks.colleagues = [
    { agent: 'agent2', displayName: '李雷', state: 'not-ready', since: platform.now() },
    { agent: 'agent3', displayName: '韩梅梅', state: 'talking', since: platform.now() },
  ];
  press('F8');
  const search = await screen.findByLabelText('输入同事的姓名或工号');
  expect(await screen.findAllByRole('option')).toHaveLength(2);
  await user.type(search, '韩');
  expect(screen.getByRole('button', { name: '呼叫 (Enter)' })).toBeDisabled();
  await user.clear(search);
  await user.type(search, 'agent2{Enter}');
  await waitFor(() => expect(platform.talks.called).toBe('agent2'));
  act(() => {
    platform.contact({ call: '2001', kind: 'internal', from: null, stage: 'ringing', customer: null });
    platform.agent('agent1', { state: 'ringing', call: '2001', device: { kind: 'sip', test: null } });
  });
  expect(await screen.findByText('请接起您的话机，随后呼叫同事')).toBeVisible();
  const consultation = { call: '2002', agent: 'agent2', displayName: '李雷', state: 'ringing', since: platform.now(), outside: false } as const;
  act(() => void platform.agent('agent1', { state: 'talking', consultation }));
  expect(await screen.findByText(/正在呼叫 李雷/)).toBeVisible();
  await expectAccessible();
  platform.talks.result = 'declined';
  act(() => {
    platform.agent('agent1', { state: 'not-ready', call: null, consultation: null });
    platform.endContact('2001');
  });
  expect(await screen.findByText('同事拒接了')).toBeVisible();
});

test('the transfer dialog shows that it is reading, then whom it found', async () => {
  await openDesk();
  act(() => {
    platform.ring();
    platform.agent('agent1', { state: 'talking', device: { kind: 'sip', test: null } });
  });
  let answer: () => void = () => undefined;
  platform.waits.set('/api/agent/transfer-targets', new Promise((resolve) => (answer = resolve)));
  press('F8');
  expect(await screen.findByRole('status', { name: '正在读取可转接的对象' })).toBeVisible();
  answer();
  expect(await screen.findByRole('option', { name: /售后/ })).toBeVisible();
  expect(screen.queryByRole('status', { name: '正在读取可转接的对象' })).toBeNull();
});

test('a caller is handed to a number of the list, and comes back with the reason', async () => {
  const { user } = await openDesk();
  platform.talks.outsideNumbers = [{ id: '1001', label: '维修网点', number: '020****4321' }];
  act(() => {
    platform.ring();
    platform.agent('agent1', { state: 'talking', device: { kind: 'sip', test: null } });
  });
  press('F8');
  expect(await screen.findByRole('option', { name: /维修网点.*020\*\*\*\*4321/ })).toBeVisible();
  platform.failures.set('POST /api/calls/1001/transfer', { status: 409, body: { rule: 'gate.outbound-off' } });
  await user.type(screen.getByRole('combobox'), '网点{Enter}');
  expect(await screen.findByText('本客户没有开启外呼，不能转到外线')).toBeVisible();
  await expectAccessible();
  platform.failures.clear();
  await user.type(screen.getByRole('combobox'), '{Enter}');
  const consultation = { call: '1001', agent: '', displayName: '维修网点', state: 'transferring', since: platform.now(), outside: true } as const;
  act(() => void platform.agent('agent1', { held: true, consultation }));
  expect(await screen.findByText(/正在转给 维修网点/)).toBeVisible();
  expect(screen.queryByRole('button', { name: /切换到来电者/ })).toBeNull();
  act(() => void platform.agent('agent1', { held: true, consultation: { ...consultation, state: 'consulting' } }));
  await user.click(await screen.findByRole('button', { name: '切换到来电者' }));
  expect(platform.requests.at(-1)?.path).toBe('/api/calls/1001/consultation/swap');
  platform.talks.outsideResult = 'busy';
  act(() => void platform.agent('agent1', { held: false, consultation: null }));
  expect(await screen.findByText('对方占线，来电者已回到您这里')).toBeVisible();
});

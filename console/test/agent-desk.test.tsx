// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
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

async function openDesk(language: 'zh-CN' | 'en' = 'zh-CN') {
  const page = await openPage('/agent', platform, { language, makeSoftphone: () => phone.softphone });
  await screen.findByRole('button', { name: language === 'en' ? 'Change my state' : '更改我的状态' });
  await waitFor(() => expect(phone.softphone.read().registration).toBe('registered'));
  return page;
}

const press = (key: string, ctrlKey = false) => act(() => void fireEvent.keyDown(document.body, { key, ctrlKey }));
const ownState = () => screen.getByRole('button', { name: '更改我的状态' });
const invite = (contact: string) => act(() => phone.line.listener?.invited(1, contact, 'support'));

test('the desk shows the own state with its reason, the queues, the day and the phone', async () => {
  await openDesk();
  expect(ownState()).toHaveAccessibleDescription(/未就绪.*已签入/);
  expect(screen.getByRole('list', { name: '队列' })).toHaveTextContent('售后：没有人在等');
  expect(screen.getByRole('button', { name: '话机状态：话机正常' })).toBeVisible();
  expect(await screen.findAllByText('2:25')).toHaveLength(2);
  await expectAccessible();
});

test('F9 makes ready and, again, not ready for the first reason', async () => {
  await openDesk();
  await screen.findByText('已签入');
  press('F9');
  await waitFor(() => expect(ownState()).toHaveAccessibleDescription(/^就绪/));
  press('F9');
  await waitFor(() => expect(ownState()).toHaveAccessibleDescription(/未就绪.*小休/));
});

test('a reason is chosen from the menu of the own state', async () => {
  const { user } = await openDesk();
  await user.click(ownState());
  await user.click(await screen.findByRole('menuitem', { name: '会议' }));
  await waitFor(() => expect(ownState()).toHaveAccessibleDescription(/未就绪.*会议/));
});

test('a call is answered, held, muted and hung up by keys, and its wrap-up is saved', async () => {
  const { user } = await openDesk();
  act(() => platform.ring());
  expect(screen.getByRole('alert')).toHaveTextContent('来电');
  expect(screen.getByRole('button', { name: /接听/ })).toBeDisabled();
  invite('1001');
  expect(screen.getAllByRole('button', { name: /^接听/ })).toHaveLength(1);
  expect(screen.getByRole('button', { name: /接听/ })).toBeEnabled();
  expect(screen.getByRole('group', { name: '来电号码' })).toHaveTextContent('138****8000');
  expect(document.title).toContain('来电');
  press('F2');
  await screen.findByRole('button', { name: /挂断/ });
  act(() => void platform.agent('agent1', { state: 'talking' }));
  press('F6');
  expect(await screen.findByRole('button', { name: /恢复/ })).toBeVisible();
  press('F7');
  expect(screen.getByText('对方现在听不到您')).toBeVisible();
  await expectAccessible();
  press('F4');
  act(() => void platform.agent('agent1', { state: 'wrap-up', deadline: platform.now(60_000) }));
  const strip = await screen.findByRole('region', { name: '通话小结' });
  press('2');
  expect(within(strip).getByRole('radio', { name: '需跟进' })).toBeChecked();
  await user.type(within(strip).getByRole('textbox', { name: '备注' }), '周三上门');
  await expectAccessible();
  press('Enter', true);
  await waitFor(() => expect(ownState()).toHaveAccessibleDescription(/^就绪/));
  expect(platform.requests.find(({ path }) => path.endsWith('wrap-up'))?.body).toEqual({
    call: '1001',
    disposition: 'follow-up',
    note: '周三上门',
  });
});

test('the recording is paused while a card number is read out, and goes on', async () => {
  const { user } = await openDesk();
  act(() => platform.ring());
  invite('1001');
  press('F2');
  await screen.findByRole('button', { name: /挂断/ });
  press('F3');
  expect(await screen.findByText('录音已暂停')).toBeVisible();
  expect(screen.getByText(/自动继续；双方照常通话/)).toBeVisible();
  await expectAccessible();
  platform.failures.set('POST /api/calls/1001/recording/resume', { status: 503, body: { rule: 'recording.pbx' } });
  await user.click(screen.getByRole('button', { name: /继续录音/ }));
  expect(await screen.findByText('录音没有继续，仍在暂停')).toBeVisible();
  expect(screen.getByText('录音已暂停')).toBeVisible();
  platform.failures.clear();
  await user.click(screen.getByRole('button', { name: /继续录音/ }));
  await waitFor(() => expect(screen.queryByText('录音已暂停')).toBeNull());
  expect(screen.getByRole('button', { name: /暂停录音/ })).toBeVisible();
});

test('an INVITE that comes before the platform’s word rings at once, and only once', async () => {
  await openDesk();
  invite('1001');
  expect(screen.getByText('正在读取号码')).toBeVisible();
  act(() => platform.ring());
  expect(screen.getAllByRole('button', { name: /^接听/ })).toHaveLength(1);
  expect(screen.getByRole('group', { name: '来电号码' })).toHaveTextContent('138****8000');
});

test('the platform is told once when the ringing call can be seen with its caller', async () => {
  await openDesk();
  invite('1001');
  expect(screen.getByText('正在读取号码')).toBeVisible();
  expect(platform.told).toEqual([]);
  act(() => platform.ring());
  await waitFor(() => expect(platform.told).toEqual(['{"type":"shown","contact":"1001"}']));
  act(() => void platform.contact({ call: '1001', stage: 'ringing' }));
  press('F2');
  await screen.findByText('通话中');
  expect(platform.told).toHaveLength(1);
});

test('the ringing stops at once when the caller is gone', async () => {
  await openDesk();
  act(() => platform.ring());
  invite('1001');
  expect(phone.ring.isOn).toBe(true);
  act(() => {
    platform.agent('agent1', { state: 'ready', call: null });
    platform.endContact('1001');
  });
  expect(phone.ring.isOn).toBe(false);
  expect(screen.queryByRole('button', { name: /接听/ })).toBeNull();
});

test('a wrap-up that is refused keeps what was typed', async () => {
  const { user } = await openDesk();
  platform.failures.set('POST /api/agent/wrap-up', { status: 409, body: { rule: 'wrap-up.over' } });
  platform.ring();
  act(() => void platform.agent('agent1', { state: 'wrap-up', deadline: platform.now(60_000) }));
  await screen.findByRole('radio', { name: '已解决' });
  press('1');
  await user.type(screen.getByRole('textbox', { name: '备注' }), '内容');
  await user.click(screen.getByRole('button', { name: /完成/ }));
  expect(await screen.findByText('小结未保存，内容已保留')).toBeVisible();
  expect(screen.getByText(/wrap-up\.over/)).toBeVisible();
  expect(screen.getByRole('textbox', { name: '备注' })).toHaveValue('内容');
});

test('a lost platform greys the desk, keeps the call, and asks for a sign-in only when there is none', async () => {
  const { user, lines } = await openDesk();
  act(() => platform.ring());
  invite('1001');
  press('F2');
  await screen.findByRole('button', { name: /挂断/ });
  act(() => lines.goDown());
  expect(await screen.findByText('正在重连…')).toBeVisible();
  expect(screen.getByText('通话不受影响')).toBeVisible();
  expect(ownState()).toBeDisabled();
  platform.user = null;
  act(() => lines.comeBack());
  const dialog = await screen.findByRole('dialog', { name: '请重新登录' });
  await waitFor(() => expect(within(dialog).getByText(/通话不会中断/)).toBeVisible());
  expect(phone.softphone.read().leg.kind).toBe('talking');
  await user.type(within(dialog).getByLabelText('密码'), 'secret');
  await user.click(within(dialog).getByRole('button', { name: '登录' }));
  await waitFor(() => expect(ownState()).toBeEnabled());
  expect(phone.line.done).toEqual(['connect', 'answer 1']);
});

test('a number is shown in clear only for a reason, and masked again', async () => {
  const { user } = await openDesk();
  act(() => platform.ring());
  await user.click(await screen.findByRole('button', { name: '查看完整号码' }));
  const dialog = await screen.findByRole('dialog', { name: '查看完整姓名和号码' });
  await expectAccessible();
  await user.click(within(dialog).getByRole('button', { name: '查看' }));
  expect(await within(dialog).findByText('请写明原因')).toBeVisible();
  await user.type(within(dialog).getByLabelText('原因'), '核对回拨号码');
  await user.click(within(dialog).getByRole('button', { name: '查看' }));
  expect(await screen.findByText('13800138000')).toBeVisible();
  await user.click(screen.getByRole('button', { name: '遮住' }));
  expect(screen.queryByText('13800138000')).toBeNull();
});

test('a microphone that does not open is explained, with a way to try again', async () => {
  const { user } = await openDesk();
  phone.microphone.problem = 'busy';
  invite('1001');
  const notice = await screen.findByText('麦克风被其他程序占用');
  expect(notice).toBeVisible();
  phone.microphone.problem = null;
  await user.click(screen.getByRole('button', { name: '重试' }));
  await waitFor(() => expect(screen.queryByText('麦克风被其他程序占用')).toBeNull());
});

test('the own mobile is offered where it is allowed, by its masked number, and begins no call', async () => {
  platform.failures.set('GET /api/agent/mobile', { status: 200, body: { allowed: true, number: '136****7777' } });
  const { user } = await openDesk();
  await user.click(screen.getByRole('button', { name: /话机状态/ }));
  await user.click(await screen.findByRole('radio', { name: '本人手机（只接听）' }));
  expect(screen.getByText(/不能用它呼出/)).toBeVisible();
  expect(screen.queryByRole('textbox', { name: '话机地址' })).not.toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: '用 136****7777 接听' }));
  expect(await screen.findByRole('button', { name: '话机状态：使用本人手机' })).toBeVisible();
  expect(screen.getByRole('button', { name: /呼叫同事/ })).toBeDisabled();
});

test('the desk phone is chosen in the phone menu', async () => {
  const { user } = await openDesk();
  await user.click(screen.getByRole('button', { name: /话机状态/ }));
  await user.click(await screen.findByRole('radio', { name: 'SIP 话机' }));
  await user.type(screen.getByLabelText('话机地址'), '127.0.0.1:5070');
  await user.click(screen.getByRole('button', { name: '使用这台话机' }));
  expect(await screen.findByRole('button', { name: '话机状态：使用 SIP 话机' })).toBeVisible();
  expect(platform.requests.find(({ path }) => path.endsWith('device'))?.body).toEqual({ sip: '127.0.0.1:5070' });
  await waitFor(() => expect(phone.line.done).toContain('disconnect'));
});

test('a customer is found by number with the slash key', async () => {
  const { user } = await openDesk();
  press('/');
  expect(screen.getByRole('searchbox', { name: '查找客户' })).toHaveFocus();
  await user.keyboard('13800138000{Enter}');
  expect(await screen.findByRole('article', { name: '张*' })).toBeVisible();
  expect(await screen.findByText(/净水器滤芯漏水/)).toBeVisible();
});

test('the sheet of keys opens by the question mark, in English too', async () => {
  await openDesk('en');
  press('?');
  const sheet = await screen.findByRole('dialog', { name: 'Keyboard shortcuts' });
  await waitFor(() => expect(within(sheet).getByText('Decline / hang up')).toBeVisible());
  await expectAccessible();
});

// @vitest-environment jsdom
import { act, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { expectAccessible } from '@test/accessibility';
import { FakePlatform } from '@test/fake-server/fake-platform';
import { openPage } from '@test/render';

let platform: FakePlatform;

beforeEach(() => {
  platform = new FakePlatform();
});

async function openSupervisorDesk() {
  platform.user = 'supervisor1';
  platform.agent('agent1', { state: 'talking', call: '1001', since: platform.now(-700_000) });
  platform.agent('agent2', { displayName: '李强', state: 'ready' });
  platform.contact({ call: '1001', stage: 'talking' });
  platform.contact({ call: '2001', stage: 'waiting', agent: null });
  platform.queue('support', { waiting: 1, longestWaitingSince: platform.now(-42_000) });
  const page = await openPage('/supervisor', platform);
  await screen.findByText('陈静');
  return page;
}

const rows = () => within(screen.getByRole('region', { name: '坐席' })).getAllByRole('row').slice(1);

test('the floor is seen at a glance, those who need a look on top', async () => {
  await openSupervisorDesk();
  const [first] = rows();
  await waitFor(() => expect(first).toHaveTextContent(/陈静.*通话中.*1[12]:\d\d.*售后.*通话过久/));
  expect(rows()[1]).toHaveTextContent(/李强.*就绪/);
  const queue = await screen.findByRole('listitem', { name: '售后' });
  expect(within(queue).getByRole('button', { name: /等待/ })).toHaveTextContent('等待1');
  expect(queue).toHaveTextContent(/最久等待[01]:\d\d/);
  expect(queue).toHaveTextContent('接通率93%');
  await expectAccessible();
});

test('what happens shows at once', async () => {
  await openSupervisorDesk();
  act(() => void platform.agent('agent2', { state: 'not-ready', reason: 'missed-offer' }));
  await waitFor(() => expect(rows()[0]).toHaveTextContent(/李强.*未接来电.*有来电未接/));
});

test('a missed frame is mended by a snapshot', async () => {
  await openSupervisorDesk();
  act(() => {
    platform.skipFrame();
    platform.agent('agent2', { state: 'wrap-up' });
  });
  await waitFor(() => expect(rows()[1]).toHaveTextContent(/李强.*话后处理/));
});

test('behind an agent stand the call, live, and the states of the day', async () => {
  const { user } = await openSupervisorDesk();
  await user.click(screen.getByRole('button', { name: '陈静' }));
  const drawer = await screen.findByRole('dialog', { name: '坐席 陈静' });
  expect(drawer).toHaveTextContent('张* · 138****8000');
  expect(await within(drawer).findByText('已签入')).toBeInTheDocument();
  act(() => void platform.agent('agent1', { held: true }));
  expect(within(drawer).getByText('保持中')).toBeInTheDocument();
});

test('a supervisor listens in, changes the mode by a key, and ends it', async () => {
  const { user } = await openSupervisorDesk();
  await user.click(screen.getByRole('button', { name: '陈静' }));
  const drawer = await screen.findByRole('dialog', { name: '坐席 陈静' });
  await user.click(within(drawer).getByRole('button', { name: /监听/ }));
  const bar = await screen.findByRole('region', { name: '我的监听' });
  expect(bar).toHaveTextContent('正在监听 陈静：双方都听不到您');
  await user.keyboard('w');
  await waitFor(() => expect(bar).toHaveTextContent('正在对 陈静 耳语：客户听不到您'));
  expect(rows()[0]).toHaveTextContent('周敏 耳语中');
  await expectAccessible();
  await user.keyboard('x');
  await waitFor(() => expect(screen.queryByRole('region', { name: '我的监听' })).toBeNull());
});

test('who may not be listened to yet is said with the way out', async () => {
  platform.failures.set('POST /api/calls/1001/listening', { status: 409, body: { rule: 'listening.notice' } });
  const { user } = await openSupervisorDesk();
  await user.click(screen.getByRole('button', { name: '陈静' }));
  const drawer = await screen.findByRole('dialog', { name: '坐席 陈静' });
  await user.click(within(drawer).getByRole('button', { name: /监听/ }));
  expect(await screen.findByText(/该坐席尚未确认监听告知/)).toBeInTheDocument();
});

test('a switch that somebody else turned shows at once', async () => {
  await openSupervisorDesk();
  act(() => platform.turnEmergency({ mode: 'notice', cause: 'fire', text: null, by: 'supervisor2', since: platform.now() }));
  expect(await screen.findByRole('region', { name: '突发情况开关' })).toHaveTextContent(/突发通告中.*火警.*supervisor2/);
});

test('behind a figure stand its calls', async () => {
  const { user } = await openSupervisorDesk();
  const queue = await screen.findByRole('listitem', { name: '售后' });
  await user.click(within(queue).getByRole('button', { name: /等待/ }));
  expect(await screen.findByRole('dialog', { name: '售后：排队中的来电' })).toHaveTextContent('138****8000');
  await user.click(within(queue).getByRole('button', { name: /放弃/ }));
  const drawer = await screen.findByRole('dialog', { name: '售后：今日放弃' });
  expect(await within(drawer).findAllByText('主叫放弃')).not.toHaveLength(0);
  expect(within(drawer).queryByText('已接听')).toBeNull();
});

test('a supervisor sees who is called again, and that nobody is there any more', async () => {
  platform.supervision.callbacks = [
    { id: '1001', number: '133****0005', queue: 'support', dueAt: platform.now(900_000), state: 'scheduled', outcome: '', call: null },
    { id: '1000', number: '133****0004', queue: 'support', dueAt: platform.now(-900_000), state: 'done', outcome: 'no-answer', call: '7' },
  ];
  const { user } = await openSupervisorDesk();
  await user.click(await screen.findByRole('button', { name: /再次回电/ }));
  const drawer = await screen.findByRole('dialog', { name: '再次回电' });
  expect(await within(drawer).findByText(/133\*\*\*\*0005/)).toBeInTheDocument();
  expect(drawer).toHaveTextContent('客户未接听');
  await user.click(within(drawer).getByRole('button', { name: '不再回电' }));
  await waitFor(() => expect(drawer).toHaveTextContent('已取消'));
  await expectAccessible();
});

test('a supervisor asks why a call still waits', async () => {
  const { user } = await openSupervisorDesk();
  const queue = await screen.findByRole('listitem', { name: '售后' });
  await user.click(within(queue).getByRole('button', { name: /等待/ }));
  const drawer = await screen.findByRole('dialog', { name: '售后：排队中的来电' });
  await user.click(within(drawer).getByRole('button', { name: '为何等待' }));
  expect(await within(drawer).findByText(/前面有2个联络.*3名忙碌，2名未就绪/)).toBeVisible();
  expect(drawer).toHaveTextContent('第 1 层级，共 2 层级');
  expect(drawer).toHaveTextContent('5 – 忙碌 3 · 未就绪 2');
  expect(within(drawer).getByRole('button', { name: '再查一次' })).toBeEnabled();
  await expectAccessible();
});

test('a supervisor turns the emergency switch, with a cause and words of their own, and the desk goes on saying so', async () => {
  const { user } = await openSupervisorDesk();
  await user.click(await screen.findByRole('button', { name: '突发情况' }));
  const dialog = await screen.findByRole('dialog', { name: '突发情况开关' });
  expect(within(dialog).queryByRole('radio', { name: /^恢复正常/ })).toBeNull();
  await user.click(within(dialog).getByRole('radio', { name: /^停止服务/ }));
  await user.type(within(dialog).getByRole('textbox', { name: '通告内容' }), '台风停工，{Enter}明日恢复');
  await user.click(within(dialog).getByRole('button', { name: '停止服务' }));
  expect(await screen.findByRole('button', { name: '已停止服务' })).toBeVisible();
  expect(platform.requests.find(({ method, path }) => method === 'PUT' && path === '/api/emergency')?.body).toEqual({
    mode: 'closed',
    cause: 'weather',
    text: '台风停工， 明日恢复',
    textEn: '',
  });
  const banner = screen.getByRole('region', { name: '突发情况开关' });
  expect(banner).toHaveTextContent(/已停止服务：.*通话即结束.* 起 · 台风等天气 · 周敏/);
  await expectAccessible();
  await user.click(within(banner).getByRole('button', { name: '更改' }));
  const again = await screen.findByRole('dialog', { name: '突发情况开关' });
  expect(again).toHaveTextContent(/周敏 于 \d{4}-\d\d-\d\d \d\d:\d\d:\d\d 停止服务/);
  await user.click(within(again).getByRole('button', { name: '恢复正常' }));
  await waitFor(() => expect(screen.queryByRole('region', { name: '突发情况开关' })).toBeNull());
});

test('a switch that did not turn says why in the dialog, and keeps what was typed', async () => {
  platform.failures.set('PUT /api/emergency', { status: 503, body: { rule: 'ledger.unavailable' } });
  const { user } = await openSupervisorDesk();
  await user.click(await screen.findByRole('button', { name: '突发情况' }));
  const dialog = await screen.findByRole('dialog', { name: '突发情况开关' });
  await user.type(within(dialog).getByRole('textbox', { name: '通告内容' }), '停电');
  await user.click(within(dialog).getByRole('button', { name: '开始通告' }));
  expect(await within(dialog).findByRole('alert')).toHaveTextContent(/开关没有改变.*ledger\.unavailable/);
  expect(within(dialog).getByRole('textbox', { name: '通告内容' })).toHaveValue('停电');
});

test('the auditor reads why a call went where it went, with its proof', async () => {
  platform.user = 'auditor1';
  const { user } = await openPage('/auditor/calls', platform);
  const [call] = platform.calls;
  await user.click(await screen.findByRole('button', { name: `查看通话 ${call?.id ?? ''}` }));
  const drawer = await screen.findByRole('dialog');
  expect(drawer).toHaveTextContent(`通话 ${call?.id ?? ''}`);
  expect(await within(drawer).findByText(/agent2 已空闲 3:07/)).toBeInTheDocument();
  expect(within(drawer).getByText('空闲时间较短')).toBeInTheDocument();
  expect(within(drawer).getAllByText('support 不低于 1 级')).not.toHaveLength(0);
  expect(within(drawer).getByRole('button', { name: `凭证 日志 #${call?.journalPosition ?? ''}` })).toBeInTheDocument();
  await user.click(within(drawer).getByRole('button', { name: /当天的状态/ }));
  expect(await within(drawer).findByText('已签入')).toBeInTheDocument();
  await expectAccessible();
});

test('the auditor’s list is filtered by the platform and shows an empty place', async () => {
  platform.user = 'auditor1';
  const { user } = await openPage('/auditor/calls', platform);
  await screen.findAllByText('主叫放弃');
  await user.type(screen.getByRole('combobox', { name: '坐席' }), '周敏');
  await user.click(await screen.findByTitle('周敏 supervisor1'));
  expect(await screen.findByText('没有符合条件的通话')).toBeVisible();
  expect(platform.requests.at(-1)?.query.get('agent')).toBe('supervisor1');
});

test('a list that cannot be read says so and is tried again', async () => {
  platform.user = 'auditor1';
  platform.failures.set('GET /api/calls', { status: 500, body: { rule: 'projection.broken' } });
  const { user } = await openPage('/auditor/calls', platform);
  expect(await screen.findByText(/projection\.broken/)).toBeVisible();
  platform.failures.clear();
  await user.click(screen.getByRole('button', { name: '重试' }));
  expect(await screen.findAllByText('主叫放弃')).not.toHaveLength(0);
});

test('administrators see what they may do, and nothing else', async () => {
  platform.user = 'system1';
  await openPage('/', platform);
  expect(await screen.findByText('未接来电')).toBeVisible();
  expect(screen.getByText(/看不到客户资料/)).toBeVisible();
  await expectAccessible();
});

test('an address that does not exist leads back', async () => {
  platform.user = 'auditor1';
  const { user } = await openPage('/nowhere', platform);
  await user.click(await screen.findByRole('button', { name: '回到我的工作台' }));
  expect(await screen.findByRole('heading', { name: '审计台' })).toBeVisible();
});

test('a supervisor who has taken a talk over holds it, presses keys and hands it on with the very controls of an agent', async () => {
  platform.failures.set('GET /api/calls/1001/recording/pause', { status: 200, body: { paused: false, since: null, until: null } });
  platform.user = 'supervisor1';
  platform.agent('supervisor1', { state: 'not-ready', call: null, device: { kind: 'sip', test: null } });
  await openPage('/supervisor', platform);
  await screen.findByRole('region', { name: '坐席' });
  act(() => {
    platform.contact({ call: '1001', stage: 'talking', agent: 'supervisor1' });
    platform.agent('supervisor1', { state: 'talking', call: '1001' });
  });
  const talk = await screen.findByRole('region', { name: '我的通话' });
  expect(talk).toHaveTextContent('138****8000');
  expect(within(talk).getByRole('button', { name: /保持/ })).toBeInTheDocument();
  expect(within(talk).getByRole('button', { name: /静音/ })).toBeInTheDocument();
  expect(within(talk).getByRole('button', { name: /转接/ })).toBeInTheDocument();
  expect(await within(talk).findByRole('button', { name: /暂停录音/ })).toBeInTheDocument();
  expect(within(talk).queryByRole('button', { name: /骚扰/ })).toBeNull();
  await expectAccessible();
  act(() => void platform.agent('supervisor1', { state: 'not-ready', call: null }));
  await waitFor(() => expect(screen.queryByRole('region', { name: '我的通话' })).toBeNull());
});

// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { expectAccessible } from '@test/accessibility';
import { FakePlatform } from '@test/fake-server/fake-platform';
import { openPage } from '@test/render';

const closure = {
  id: '3',
  mode: 'closed',
  cause: 'weather',
  text: '台风停工',
  textEn: null,
  by: 'supervisor1',
  since: '2026-11-24T07:00:00Z',
  until: null,
  told: 12,
  turnedAway: 11,
};
const notice = { ...closure, id: '1', mode: 'notice', cause: 'drill', text: null, until: '2026-11-24T06:30:00Z', told: 40, turnedAway: 0 };
const ended = (call: string, ending: string) => ({
  call,
  number: '138****8000',
  beganAt: '2026-11-24T07:00:00Z',
  endedAt: '2026-11-24T07:00:09Z',
  flow: '',
  version: 0,
  ending,
});

let platform: FakePlatform;

beforeEach(() => {
  platform = new FakePlatform();
});

test('the auditor reads when the switch was on, and how many calls were told and turned away', async () => {
  platform.user = 'auditor1';
  platform.supervision.emergencies = [closure, notice];
  const { user } = await openPage('/auditor/calls', platform);
  await user.click(await screen.findByRole('button', { name: '突发情况记录' }));
  const list = await screen.findByRole('list', { name: '突发情况记录' });
  const [first, second] = within(list).getAllByRole('listitem');
  expect(first).toHaveTextContent(/停止服务台风等天气进行中告知来电 12 · 因此结束通话 11.*至今.*周敏.*台风停工/);
  expect(second).toHaveTextContent(/通告演练告知来电 40.*播放系统自带的通告/);
  expect(second).not.toHaveTextContent('因此结束通话');
  await expectAccessible();
});

test('where there was no emergency yet, or it cannot be read, the list says so', async () => {
  platform.user = 'auditor1';
  platform.failures.set('GET /api/emergencies', { status: 503, body: { rule: 'database.unavailable' } });
  const { user } = await openPage('/auditor/calls', platform);
  await user.click(await screen.findByRole('button', { name: '突发情况记录' }));
  const sheet = await screen.findByRole('dialog', {}, { timeout: 10_000 });
  expect(await within(sheet).findByRole('alert', {}, { timeout: 30_000 })).toHaveTextContent(/平台暂时办不到.*database\.unavailable/);
  platform.failures.clear();
  await user.click(within(sheet).getByRole('button', { name: '重试' }));
  expect(await within(sheet).findByText('还没有过突发情况')).toBeVisible();
});

test('the supervisor sees in the dialog how many the running emergency has met, and how many the last one met', async () => {
  platform.user = 'supervisor1';
  platform.supervision.emergencies = [closure];
  platform.emergency = { mode: 'closed', cause: 'weather', text: '台风停工', textEn: null, by: 'supervisor1', since: closure.since };
  const { user } = await openPage('/supervisor', platform);
  await user.click(await screen.findByRole('button', { name: '已停止服务' }));
  const dialog = await screen.findByRole('dialog', { name: '突发情况开关' });
  await waitFor(() => expect(dialog).toHaveTextContent('告知来电 12 · 因此结束通话 11'));
  expect(dialog).toHaveTextContent(/周敏 于 .* 停止服务/);
  platform.supervision.emergencies = [{ ...closure, until: '2026-11-24T08:00:00Z', turnedAway: 12 }];
  await user.click(within(dialog).getByRole('button', { name: '恢复正常' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await user.click(await screen.findByRole('button', { name: '突发情况' }));
  const again = await screen.findByRole('dialog', { name: '突发情况开关' });
  await waitFor(() => expect(again).toHaveTextContent(/上一次：停止服务，.*告知来电 12 · 因此结束通话 12/));
});

test('callers who came to no queue are listed page after page', async () => {
  platform.user = 'auditor1';
  platform.supervision.endedInFlows = [[ended('9002', 'closed')], [ended('9001', 'hung-up')]];
  const { user } = await openPage('/auditor/calls', platform);
  await user.click(await screen.findByRole('button', { name: '未进队列的来电' }));
  const sheet = await screen.findByRole('dialog');
  expect(await within(sheet).findByText(/因停止服务结束/)).toBeVisible();
  await user.click(within(sheet).getByRole('button', { name: '查看更多' }));
  await waitFor(() => expect(within(sheet).getAllByText(/138\*\*\*\*8000/)).toHaveLength(2));
  expect(within(sheet).queryByRole('button', { name: '查看更多' })).toBeNull();
});

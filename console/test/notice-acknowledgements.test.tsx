// @vitest-environment jsdom
import { act, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { expectAccessible } from '@test/accessibility';
import { FakePlatform } from '@test/fake-server/fake-platform';
import { openPage } from '@test/render';

let platform: FakePlatform;

beforeEach(() => {
  platform = new FakePlatform();
  platform.user = 'supervisor1';
});

const at = '2026-11-23T06:00:00.000000Z';
const list = [
  { agent: 'agent2', displayName: '李强', version: null, acknowledgedAt: null },
  { agent: 'agent3', displayName: '王芳', version: 1, acknowledgedAt: at },
  { agent: 'agent1', displayName: '陈静', version: 2, acknowledgedAt: at },
];

test('supervisors see who has acknowledged which version of the notice, when, and who has not', async () => {
  platform.supervision.notice = { ...platform.supervision.notice, version: 2 };
  platform.supervision.agents = list;
  const { user } = await openPage('/supervisor', platform);
  await user.click(await screen.findByRole('button', { name: /监听告知/ }));
  const drawer = await screen.findByRole('dialog', { name: '监听告知的确认情况' });
  expect(await within(drawer).findByText('第 2 版：1/3 名坐席已确认。')).toBeVisible();
  const rows = within(drawer).getAllByRole('row').slice(1);
  expect(rows.map((row) => row.textContent)).toEqual([
    expect.stringMatching(/李强.*agent2.*尚未确认.*–/),
    expect.stringMatching(/王芳.*agent3.*只确认过第 1 版.*2026-11-23/),
    expect.stringMatching(/陈静.*agent1.*已确认第 2 版.*2026-11-23/),
  ]);
  await expectAccessible();
});

test('a site without agents says so, and auditors have the list, too', async () => {
  platform.user = 'auditor1';
  platform.supervision.agents = [];
  const { user } = await openPage('/auditor/calls', platform, { language: 'en' });
  await user.click(await screen.findByRole('button', { name: /Notice of listening/ }));
  expect(await screen.findByText('There are no agents yet')).toBeVisible();
});

test('an agent who was not told cannot be listened to, which is said beside the buttons until it is acknowledged', async () => {
  platform.supervision.notice = { ...platform.supervision.notice, acknowledgedAt: null };
  platform.agent('agent1', { state: 'talking', call: '1001' });
  platform.contact({ call: '1001', stage: 'talking' });
  const { user } = await openPage('/supervisor', platform);
  await user.click(await screen.findByRole('button', { name: '陈静' }));
  const drawer = await screen.findByRole('dialog', { name: '坐席 陈静' });
  const listen = within(drawer).getByRole('button', { name: /监听/ });
  expect(await within(drawer).findByText(/尚未确认监听告知（第 1 版）/)).toBeVisible();
  expect(listen).toBeDisabled();
  await user.keyboard('l');
  expect(platform.requests.some(({ path }) => path.endsWith('/listening'))).toBe(false);
  platform.supervision.notice = { ...platform.supervision.notice, acknowledgedAt: at };
  act(() => platform.changed('notice-acknowledgements'));
  await waitFor(() => expect(listen).toBeEnabled());
  expect(within(drawer).queryByText(/尚未确认监听告知/)).toBeNull();
});

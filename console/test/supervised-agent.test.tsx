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
const invite = (contact: string) => act(() => phone.line.listener?.invited(1, contact, 'support'));

test('the notice that supervisors may listen in stands above the desk until it is acknowledged', async () => {
  platform.supervision.notice = { ...platform.supervision.notice, acknowledgedAt: null };
  const { user } = await openDesk();
  const notice = await screen.findByRole('region', { name: '告知：班长可能监听您的通话' });
  expect(notice).toHaveTextContent('班长可以监听您的通话。');
  await expectAccessible();
  await user.click(within(notice).getByRole('button', { name: '我已知悉' }));
  await waitFor(() => expect(screen.queryByRole('region', { name: '告知：班长可能监听您的通话' })).toBeNull());
  expect(platform.requests.find(({ method, path }) => method === 'POST' && path === '/api/agent/notice')?.body).toEqual({ version: 1 });
});

test('a supervisor who has barged in is named in the call', async () => {
  await openDesk();
  act(() => platform.ring());
  invite('1001');
  press('F2');
  act(() => void platform.agent('agent1', { state: 'talking' }));
  act(() =>
    void platform.contact({
      stage: 'talking',
      listeners: [{ user: 'supervisor1', displayName: '周敏', mode: 'barge', state: 'listening', since: platform.now() }],
    }),
  );
  expect(await screen.findByText('班长 周敏 已加入通话')).toBeInTheDocument();
});

// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import type { SelfService } from '@/shared/api/views';
import { expectAccessible } from '@test/accessibility';
import { makeFakePhone } from '@test/fake-line';
import { FakePlatform } from '@test/fake-server/fake-platform';
import { openPage } from '@test/render';
import { anAgent } from '@test/views';

const path = '/api/calls/1001/self-service';

let platform: FakePlatform;
let phone: ReturnType<typeof makeFakePhone>;

beforeEach(() => {
  platform = new FakePlatform();
  platform.user = 'agent1';
  phone = makeFakePhone();
});

async function talk(language: 'zh-CN' | 'en' = 'zh-CN') {
  const page = await openPage('/agent', platform, { language, makeSoftphone: () => phone.softphone });
  await waitFor(() => expect(phone.softphone.read().registration).toBe('registered'));
  act(() => platform.ring());
  act(() => phone.line.listener?.invited(1, '1001', 'support'));
  act(() => void fireEvent.keyDown(document.body, { key: 'F2' }));
  act(() => void platform.agent('agent1', { state: 'talking' }));
  return page;
}

function stands(part: Partial<SelfService>) {
  const selfService: SelfService = { flow: 'order-number', state: 'lent', since: platform.now(), verified: false, entered: {}, ...part };
  act(() => {
    platform.agent('agent1', { state: 'talking', held: selfService.state === 'lent' });
    platform.contact({ stage: 'talking', selfService });
  });
}

test('an agent lends the caller, sees that nothing can be overheard, and takes the caller back', async () => {
  platform.failures.set(`POST ${path}`, { status: 200, body: anAgent({ state: 'talking', call: '1001', held: true }) });
  platform.failures.set(`DELETE ${path}`, { status: 200, body: anAgent({ state: 'talking', call: '1001' }) });
  const { user } = await talk();
  await user.click(await screen.findByRole('button', { name: '转自助服务' }));
  await user.click(await screen.findByRole('menuitem', { name: '输入订单号' }));
  expect(platform.requests.find((request) => request.method === 'POST' && request.path === path)?.body).toEqual({ flow: 'order-number' });
  stands({});
  const panel = await screen.findByRole('region', { name: '自助服务' });
  expect(panel).toHaveTextContent('客户正在自助服务：输入订单号');
  expect(screen.queryByRole('button', { name: /转接/ })).toBeNull();
  expect(screen.queryByRole('button', { name: /恢复通话|保持/ })).toBeNull();
  await expectAccessible();
  await user.click(within(panel).getByRole('button', { name: '取回客户' }));
  expect(platform.requests.some((request) => request.method === 'DELETE' && request.path === path)).toBe(true);
});

test('what the caller entered and confirmed stands on the desk once the caller is back', async () => {
  await talk('en');
  stands({ state: 'done', verified: true, entered: { order: '4711' } });
  const panel = await screen.findByRole('region', { name: 'Self-service' });
  expect(panel).toHaveTextContent('Self-service done: Enter the order number');
  expect(panel).toHaveTextContent('Identity confirmed');
  expect(within(panel).getByText('4711')).toBeVisible();
  expect(within(panel).queryByRole('button')).toBeNull();
  expect(screen.getByRole('button', { name: 'To self-service' })).toBeVisible();
});

test('a refusal is told where the caller was to be lent', async () => {
  platform.failures.set(`POST ${path}`, { status: 409, body: { rule: 'self-service.under-way' } });
  const { user } = await talk();
  await user.click(await screen.findByRole('button', { name: '转自助服务' }));
  await user.click(await screen.findByRole('menuitem', { name: '满意度评价' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('没有转入自助服务');
});

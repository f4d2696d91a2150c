// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { expectAccessible } from '@test/accessibility';
import { FakePlatform } from '@test/fake-server/fake-platform';
import { openPage } from '@test/render';

let platform: FakePlatform;

const trunk = {
  code: 'demo',
  inbound: true,
  capacity: 30,
  callsPerMinute: 60,
  now: { seen: true, in: 2, out: 1, begunThisMinute: 4 },
  peak: 9,
  busySeconds: 61,
  occupiedSeconds: 9000,
  begun: 12,
  notTaken: 1,
  estimate: { from: '2026-11-24T02:00:00Z', carried: 20.1, offered: 20.337, loss: 0.01 },
  carrier: { attempts: 200, lost: 5, importId: '1', importedAt: '2026-11-24T08:00:00Z' },
};

beforeEach(() => {
  platform = new FakePlatform();
  platform.user = 'supervisor1';
  platform.policies = ['trunk:read', 'gate:read', 'number:read', 'do-not-call:read', 'do-not-call:add', 'do-not-call:reverse', 'consent:read'];
  platform.failures.set('GET /api/trunks', {
    status: 200,
    body: { day: '2026-11-24', observed: true, trunks: [trunk], all: { busyInSeconds: 61, busyOutSeconds: 61, blockedFull: 3, blockedRate: 1, unseenSeconds: 5 } },
  });
  platform.failures.set('GET /api/trunks/imports', { status: 200, body: { items: [] } });
});

test('a trunk shows now, peak and limit, the estimate beside the carrier’s figure, and what cannot be seen from here', async () => {
  await openPage('/outside/trunks', platform);
  const row = await screen.findByRole('row', { name: /demo（呼入呼出） 入 2 · 出 1 9 30 4 \/ 60 1:01 12 \/ 1 1\.00%.*2\.50%/ });
  expect(row).toBeVisible();
  expect(screen.getByText(/运营商网内的呼损在这里看不到/)).toBeVisible();
  expect(screen.getByText('全忙 3 次，超速 1 次')).toBeVisible();
  await expectAccessible();
});

test('a person sees the parts that their policies open, and no other', async () => {
  platform.policies = ['consent:read'];
  platform.failures.set('GET /api/consents', { status: 200, body: { items: [] } });
  await openPage('/outside', platform);
  const parts = await screen.findByRole('navigation', { name: '外呼与号码的分类' });
  expect(within(parts).getAllByRole('link').map((link) => link.textContent)).toEqual(['同意凭证']);
  expect(await screen.findByText('没有同意凭证')).toBeVisible();
});

test('a wrong field is named where it stands, and nothing that was typed is lost', async () => {
  platform.failures.set('GET /api/do-not-call', { status: 200, body: { items: [] } });
  platform.failures.set('POST /api/do-not-call', { status: 400, body: { rule: 'number.form', field: 'number' } });
  const { user } = await openPage('/outside/do-not-call', platform, { language: 'en' });
  await user.type(await screen.findByLabelText('Person’s number'), '12a');
  await user.click(screen.getByRole('button', { name: 'Add to the list' }));
  expect(await screen.findByText('Enter a telephone number')).toBeVisible();
  expect(screen.getByLabelText('Person’s number')).toHaveValue('12a');
});

test('a search is taken while the one before it still runs', async () => {
  const { user } = await openPage('/outside/trunks', platform);
  await screen.findByRole('row', { name: /demo/ });
  const answering = globalThis.fetch;
  let searches = 0;
  vi.stubGlobal('fetch', (path: string, asked?: RequestInit) => {
    searches += path.endsWith('/decisions/search') ? 1 : 0;
    return searches === 1 ? new Promise<Response>(() => undefined) : answering(path, asked);
  });
  platform.failures.set('POST /api/gate/decisions/search', { status: 400, body: { rule: 'number.form', field: 'number' } });
  await user.click(screen.getByRole('link', { name: '外呼判定' }));
  await user.type(await screen.findByLabelText('号码'), '12a');
  await user.click(screen.getByRole('button', { name: '查询' }));
  expect(await screen.findByText('请填写电话号码')).toBeVisible();
  expect(searches).toBe(2);
});

test('an own number at its hourly limit is told on the desk', async () => {
  platform.failures.set('GET /api/numbers/alarms', {
    status: 200,
    body: { items: [{ number: '4001', calls: 50, most: 50, refused: 2, since: '2026-11-24T02:00:00Z' }] },
  });
  await openPage('/supervisor', platform);
  expect(await screen.findByText('主叫号码 4001 一小时内的呼叫已达上限')).toBeVisible();
});

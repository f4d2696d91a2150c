// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react';
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

test('a year whose holidays are missing is told on the desks before it begins', async () => {
  const year = { year: 2026, source: '国务院办公厅通知', holidays: ['2026-10-01', '2026-10-02'], workingDays: ['2026-10-10'] };
  platform.failures.set('GET /api/calendar', { status: 200, body: { years: [year], missing: [2027] } });
  await openPage('/supervisor', platform);
  expect(await screen.findByText('缺少 2027 年的节假日日历')).toBeVisible();
  cleanup();
  platform.user = 'system1';
  platform.policies = ['configuration:read'];
  await openPage('/administrator', platform, { language: 'en' });
  expect(await screen.findByText('There are no holidays of 2027 yet')).toBeVisible();
  expect(await screen.findByRole('row', { name: '2026 国务院办公厅通知 2 1' })).toBeVisible();
  await expectAccessible();
});

const hours = { key: 'outbound.hours', value: '09:00-12:00', initial: '09:00-12:00,14:00-20:00', bound: '', confidence: 'choice' };
const change = { id: '7', parameter: 'outbound.hours', value: '08:00-20:00', basis: 'early callers', proposedBy: 'system1', proposedAt: '2026-11-24T02:00:00Z', state: 'pending', decidedBy: null };

test('a change that loosens is proposed by one person and approved by another', async () => {
  platform.policies = ['gate:propose'];
  platform.failures.set('GET /api/gate', { status: 200, body: { parameters: [hours], changes: [] } });
  platform.failures.set('POST /api/gate/changes', { status: 200, body: change });
  const { user } = await openPage('/outside/parameters', platform, { language: 'en' });
  const form = await screen.findByRole('form', { name: 'Propose a change' });
  await user.click(within(form).getByLabelText('Parameter'));
  await user.click(await screen.findByTitle('Hours of calls out'));
  expect(within(form).getByLabelText('New value')).toHaveValue('09:00-12:00');
  await user.type(within(form).getByLabelText('Why'), 'early callers');
  await user.click(within(form).getByRole('button', { name: 'Propose a change' }));
  expect(await screen.findByText('Proposed; it loosens, and waits for another person')).toBeVisible();
  expect(platform.requests.find(({ path }) => path === '/api/gate/changes')?.body).toEqual({ parameter: 'outbound.hours', value: '09:00-12:00', basis: 'early callers' });
  expect(screen.queryByRole('button', { name: 'Approve' })).toBeNull();
});

test('who may approve sees what waits and decides; who proposed it is told that another person has to', async () => {
  platform.policies = ['gate:approve'];
  platform.failures.set('GET /api/gate', { status: 200, body: { parameters: [hours], changes: [change] } });
  platform.failures.set('POST /api/gate/changes/7/decision', { status: 409, body: { rule: 'gate.second-person' } });
  const { user } = await openPage('/outside/parameters', platform);
  expect(await screen.findByText(/system1 于 .* 提出；原因：early callers/)).toBeVisible();
  await expectAccessible();
  await user.click(screen.getByRole('button', { name: /批\s?准/ }));
  expect(await screen.findByText('提出放宽的人不能批准，须由另一人决定')).toBeVisible();
  expect(screen.queryByRole('form')).toBeNull();
});

test('a second person reads the papers of a number and lets it be sent', async () => {
  const number = {
    id: '5',
    number: '4001',
    certificate: 'CERT-1',
    scope: '广东',
    holder: '示范',
    filedOn: '2026-01-05',
    status: 'in-use',
    outbound: true,
    noCallsCommitment: '',
    conductCommitment: 'DOC-2',
    fileBy: null,
    overdue: false,
    obstacle: 'approval',
    changedAt: '2026-01-05T02:00:00Z',
    changedBy: 'system1',
    approvedBy: null,
  };
  platform.policies = ['gate:approve'];
  platform.failures.set('GET /api/numbers', { status: 200, body: { items: [number] } });
  platform.failures.set('POST /api/numbers/5/approval', { status: 409, body: { rule: 'number.same-person' } });
  const { user } = await openPage('/outside/numbers', platform);
  expect(await screen.findByRole('row', { name: /4001 在用 待第二人批准 .*CERT-1/ })).toBeVisible();
  const approve = async () => {
    await user.click(within(screen.getByRole('row', { name: /4001/ })).getByRole('button', { name: /批\s?准/ }));
    const asked = await screen.findByRole('tooltip');
    expect(within(asked).getByText(/system1 最近变更过此号码/)).toBeVisible();
    await user.click(within(asked).getByRole('button', { name: /批\s?准/ }));
  };
  await approve();
  expect(await screen.findByText('变更人不能自己批准，须由另一人批准')).toBeVisible();
  expect(platform.requests.find(({ path }) => path === '/api/numbers/5/approval')?.body).toEqual({ changedAt: '2026-01-05T02:00:00Z' });
  platform.failures.set('POST /api/numbers/5/approval', { status: 200, body: { ...number, obstacle: '', approvedBy: 'security1' } });
  platform.failures.set('GET /api/numbers', { status: 200, body: { items: [{ ...number, obstacle: '', approvedBy: 'security1' }] } });
  await approve();
  expect(await screen.findByRole('row', { name: /4001 在用 可作主叫 .* security1 CERT-1/ })).toBeVisible();
  expect(screen.queryByText('变更人不能自己批准，须由另一人批准')).toBeNull();
});

test('numbers to which calls may be handed are added with a name and removed', async () => {
  platform.policies = ['outside-number:read', 'outside-number:manage'];
  platform.failures.set('GET /api/outside-numbers', { status: 200, body: { items: [{ id: '3', label: '合作维修点', number: '138****8000' }] } });
  platform.failures.set('POST /api/outside-numbers', { status: 400, body: { rule: 'outside-number.form', field: 'number' } });
  platform.failures.set('DELETE /api/outside-numbers/3', { status: 204 });
  const { user } = await openPage('/outside/transfer-numbers', platform);
  expect(await screen.findByRole('row', { name: /合作维修点 138\*{4}8000/ })).toBeVisible();
  await user.type(screen.getByLabelText('名称'), '备用');
  await user.click(screen.getByRole('button', { name: '加入白名单' }));
  expect(await screen.findByText('请填写电话号码')).toBeVisible();
  await user.click(screen.getByRole('button', { name: /移\s?除/ }));
  await user.click(await screen.findByRole('button', { name: /确\s?认|确\s?定/ }));
  await vi.waitFor(() => expect(platform.requests.some(({ method, path }) => method === 'DELETE' && path === '/api/outside-numbers/3')).toBe(true));
});

test('a supervisor sets an agent’s mobile, which is never shown whole, and sees that the rule is off', async () => {
  platform.policies = ['agent-mobile:set'];
  const one = { agent: 'agent1', displayName: '陈晓', number: null, setBy: null, setAt: null };
  platform.failures.set('GET /api/agent-mobiles', { status: 200, body: { allowed: false, items: [one] } });
  platform.failures.set('PUT /api/agents/agent1/mobile', { status: 400, body: { rule: 'agent-mobile.form', field: 'number' } });
  const { user } = await openPage('/outside/mobiles', platform, { language: 'en' });
  expect(await screen.findByText(/Agents cannot choose their mobile now/)).toBeVisible();
  await user.click(screen.getByRole('combobox', { name: 'Agent' }));
  await user.click(await screen.findByTitle('陈晓'));
  await user.type(screen.getByLabelText('Number'), '12a');
  await user.click(screen.getByRole('button', { name: 'Set a mobile' }));
  expect(await screen.findByText('A telephone number is expected')).toBeVisible();
  const set = { ...one, number: '136****7777', setBy: 'supervisor1', setAt: '2026-11-30T08:00:00Z' };
  platform.failures.set('PUT /api/agents/agent1/mobile', { status: 200, body: set });
  platform.failures.set('GET /api/agent-mobiles', { status: 200, body: { allowed: true, items: [set] } });
  await user.click(screen.getByRole('button', { name: 'Set a mobile' }));
  expect(await screen.findByRole('cell', { name: '136****7777' })).toBeVisible();
  await expectAccessible();
});

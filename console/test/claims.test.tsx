// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { expectAccessible } from '@test/accessibility';
import { FakePlatform } from '@test/fake-server/fake-platform';
import { openPage } from '@test/render';

let platform: FakePlatform;

beforeEach(() => {
  platform = new FakePlatform();
  platform.user = 'auditor1';
});

const row = (sentence: RegExp) => screen.getByRole('row', { name: sentence });

test('the auditor’s desk opens on the claims: each sentence with its state in a word, its proof and how to mend it', async () => {
  await openPage('/auditor', platform);
  expect(await screen.findByText('1 条成立 · 1 条不成立 · 1 条未证明 · 1 条凭文件')).toBeVisible();
  expect(row(/来电经交换机/)).toHaveTextContent(/依据 R2成立自 .*自测呼叫.*探测/);
  expect(row(/均为密文/)).toHaveTextContent(/不成立.*按检查项修复后/);
  expect(row(/一定会被发现/)).toHaveTextContent(/未证明.*这次启动后还没有探测.*等待下一次探测/);
  expect(within(row(/来电经交换机/)).getByRole('img', { name: '近 30 天: 成立 16 天, 不成立 1 天, 未证明 1 天, 无记录 12 天' })).toBeVisible();
  await expectAccessible();
});

test('a claim that rests on a document is never shown as proven, whatever is sent', async () => {
  platform.evidence.claims = platform.evidence.claims.map((claim) => ({ ...claim, state: 'green' }));
  await openPage('/auditor/claims', platform);
  expect(await screen.findByText('3 条成立 · 0 条不成立 · 0 条未证明 · 1 条凭文件')).toBeVisible();
  expect(row(/法人资格/)).toHaveTextContent(/凭文件.*系统不能自证/);
});

test('behind a claim stand what its probe expected and saw, its chain, and the runs before', async () => {
  const { user } = await openPage('/auditor/claims', platform);
  await user.click(await screen.findByRole('button', { name: /查看声明 存储的客户资料/ }));
  const drawer = await screen.findByRole('dialog', { name: '声明 stored-ciphertext' });
  expect(await within(drawer).findByRole('row', { name: /不成立 客户表的每一行都是密文 0 1/ })).toBeVisible();
  expect(within(drawer).getByRole('table', { name: '探测记录' })).toHaveTextContent(/未能完成事件.*成立人工/);
  await user.click(within(drawer).getAllByRole('button', { name: /探测凭证/ })[0] ?? drawer);
  expect(await screen.findByText(/串成哈希链/)).toBeInTheDocument();
  await expectAccessible();
});

test('a claim is tested on the spot, and the board follows', async () => {
  const { user } = await openPage('/auditor/claims/tamper-evident', platform);
  const drawer = await screen.findByRole('dialog', { name: '声明 tamper-evident' });
  await user.click(await within(drawer).findByRole('button', { name: '立即探测' }));
  expect(await within(drawer).findByRole('button', { name: /探测中/ })).toBeVisible();
  expect(await screen.findByText('探测完成：成立')).toBeInTheDocument();
  await waitFor(() => expect(row(/一定会被发现/)).not.toHaveTextContent('未证明'));
  expect(platform.requests.some(({ method, path }) => method === 'POST' && path === '/api/probes/tamper-evident/runs')).toBe(true);
});

test('a test that does not start says why', async () => {
  platform.failures.set('POST /api/probes/tamper-evident/runs', { status: 503, body: { rule: 'ledger.unavailable' } });
  const { user } = await openPage('/auditor/claims/tamper-evident', platform);
  const drawer = await screen.findByRole('dialog');
  await user.click(await within(drawer).findByRole('button', { name: '立即探测' }));
  expect(await within(drawer).findByText(/ledger\.unavailable/)).toBeVisible();
});

test('a board that can no longer be read is not taken for the present', async () => {
  await openPage('/auditor/claims', platform, { language: 'en' });
  expect(await screen.findByText(/1 proven · 1 disproved/)).toBeVisible();
  platform.failures.set('GET /api/claims', { status: 500, body: { rule: 'claims.unreadable' } });
  expect(await screen.findByText(/proves nothing about now/)).toBeVisible();
  expect(screen.getByText(/claims\.unreadable/)).toBeVisible();
});

test('the filed equipment stands beside what runs', async () => {
  platform.evidence.claims = platform.evidence.claims.slice(0, 1).map((claim) => ({ ...claim, id: 'equipment-list', provenBy: 'equipment-list' }));
  await openPage('/auditor/claims/equipment-list', platform);
  const table = await screen.findByRole('table', { name: '设备清单' });
  expect(within(table).getByRole('row', { name: /交换机 Asterisk 22\.5\.2 Asterisk 22\.5\.2 一致/ })).toBeVisible();
  expect(within(table).getByRole('row', { name: /数据库 PostgreSQL 17\.5 PostgreSQL 17\.6 不一致/ })).toBeVisible();
  expect(within(table).getByRole('row', { name: /排队 – Kezheng engine 1 未备案/ })).toBeVisible();
});

test('the system administrator files what runs', async () => {
  platform.user = 'system1';
  const { user } = await openPage('/administrator', platform);
  await user.click(await screen.findByRole('button', { name: '按运行备案' }));
  await user.click(await screen.findByRole('button', { name: '确定' }));
  expect(await screen.findByText('已备案')).toBeInTheDocument();
  expect(platform.requests.some(({ method, path }) => method === 'PUT' && path === '/api/equipment')).toBe(true);
});

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

test('recordings are found, and a random sample is drawn that can be drawn again', async () => {
  const { user } = await openPage('/auditor/recordings', platform);
  const rows = async () => within((await screen.findAllByRole('table', { name: '录音' })).at(-1) ?? document.body).findAllByRole('button', { name: /查看通话/ });
  expect(await rows()).toHaveLength(3);
  expect(screen.getByText('有暂停')).toBeVisible();
  await user.clear(screen.getByRole('spinbutton', { name: '抽取' }));
  await user.type(screen.getByRole('spinbutton', { name: '抽取' }), '2');
  await user.click(screen.getByRole('button', { name: '随机抽样' }));
  expect(await screen.findByText('按种子重抽，结果相同')).toBeVisible();
  expect(screen.getByText(/从符合条件的 3 段录音中抽出 2 段/)).toBeVisible();
  expect(screen.getByText('0123456789abcdef0123456789abcdef')).toBeVisible();
  expect(await rows()).toHaveLength(2);
  await expectAccessible();
});

test('a sample is drawn again by a seed that is given, which has to be one', async () => {
  const { user } = await openPage('/auditor/recordings', platform);
  const seed = await screen.findByRole('textbox', { name: /^种子/ });
  await user.type(seed, 'not a seed');
  expect(await screen.findByText(/种子是 32 位十六进制数/)).toBeVisible();
  expect(screen.getByRole('button', { name: '随机抽样' })).toBeDisabled();
  await user.clear(seed);
  await user.type(seed, 'FEDCBA9876543210fedcba9876543210');
  await user.click(screen.getByRole('button', { name: '随机抽样' }));
  expect(await screen.findByText('按种子重抽，结果相同')).toBeVisible();
  expect(screen.getByText(/条件：\s*不限/)).toBeVisible();
  expect(platform.requests.find(({ method, path }) => method === 'POST' && path === '/api/samples')?.body).toEqual({
    criteria: {},
    size: 5,
    seed: 'fedcba9876543210fedcba9876543210',
  });
});

test('recordings and calls are asked for by the same filters, each by what it has of its own', async () => {
  const { user } = await openPage('/auditor/recordings', platform);
  await user.click(await screen.findByRole('combobox', { name: '处理结果' }));
  await user.click(await screen.findByTitle('已解决'));
  await user.type(screen.getByRole('spinbutton', { name: '至少（秒）' }), '60');
  await user.tab();
  await screen.findAllByRole('table', { name: '录音' });
  const asked = platform.requests.findLast(({ path }) => path === '/api/recordings')?.query;
  expect(Object.fromEntries(asked ?? [])).toEqual({ disposition: 'resolved', minSeconds: '60' });
  expect(screen.queryByRole('combobox', { name: '结果' })).toBeNull();
  await user.type(screen.getByRole('spinbutton', { name: '少于（秒）' }), '90');
  await user.tab();
  const lengths = () => platform.requests.filter(({ path }) => path === '/api/recordings').map(({ query }) => query.get('maxSeconds'));
  await waitFor(() => expect(lengths()).toContain('90'));
  expect(lengths()).not.toContain('9');
});

test('an account that nobody has is no fault of the form, and is said as what it is', async () => {
  platform.failures.set('GET /api/recordings', { status: 400, body: { rule: 'call.agent-unknown', field: 'agent' } });
  await openPage('/auditor/recordings', platform);
  expect(await screen.findByText('没有这个坐席账号')).toBeVisible();
  expect(screen.queryByRole('alert')).toBeNull();
});

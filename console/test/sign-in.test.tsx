// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { expectAccessible } from '@test/accessibility';
import { FakePlatform } from '@test/fake-server/fake-platform';
import { openPage } from '@test/render';

let platform: FakePlatform;

beforeEach(() => {
  platform = new FakePlatform();
});

async function signIn(user: string, password = 'secret') {
  const page = await openPage('/', platform);
  await page.user.type(await screen.findByLabelText('账号'), user);
  await page.user.type(screen.getByLabelText('密码'), password);
  await page.user.click(screen.getByRole('button', { name: '登录' }));
  return page;
}

test('who is not signed in is asked to sign in', async () => {
  await openPage('/supervisor', platform);
  expect(await screen.findByRole('button', { name: '登录' })).toBeVisible();
  await expectAccessible();
});

test('each role comes to its own desk', async () => {
  await signIn('supervisor1');
  expect(await screen.findByRole('heading', { name: '班长台' })).toBeVisible();
  expect(location.pathname).toBe('/supervisor');
});

test('a desk of another role leads back to the own one', async () => {
  platform.user = 'auditor1';
  await openPage('/agent', platform);
  expect(await screen.findByRole('heading', { name: '审计台' })).toBeVisible();
});

test('a refusal is said in plain words and keeps what was typed', async () => {
  await signIn('agent1', 'wrong');
  expect(await screen.findByRole('alert')).toHaveTextContent('账号、密码或动态口令不正确');
  expect(screen.getByLabelText('账号')).toHaveValue('agent1');
});

test('a locked account is told how long to wait', async () => {
  platform.failures.set('POST /api/session', { status: 423, body: { rule: 'sign-in.locked', retryAfterSeconds: 125 } });
  await signIn('agent1');
  expect(await screen.findByRole('alert')).toHaveTextContent('请在 2:05 后再试');
});

test('a platform that is not there is no missing sign-in', async () => {
  platform.failures.set('GET /api/session', { status: 503 });
  await openPage('/agent', platform);
  expect(await screen.findByText('打不开工作台', { selector: 'h1' }, { timeout: 20_000 })).toBeInTheDocument();
  platform.failures.clear();
});

test('the language is switched and remembered', async () => {
  const { user } = await openPage('/sign-in', platform);
  await user.click(await screen.findByText('English'));
  expect(await screen.findByRole('button', { name: 'Sign in' })).toBeVisible();
  expect(document.documentElement.lang).toBe('en');
  expect(localStorage.getItem('kezheng.language')).toBe('en');
});

test('the first administrator is created with the one-time token', async () => {
  const { user } = await openPage('/first-start', platform);
  await user.type(await screen.findByLabelText('一次性令牌'), 'used');
  await user.type(screen.getByLabelText('管理员账号'), 'root1');
  await user.type(screen.getByLabelText('密码'), 'long enough password');
  await expectAccessible();
  await user.click(screen.getByRole('button', { name: '创建' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('令牌不正确，或已经用过');
  await user.clear(screen.getByLabelText('一次性令牌'));
  await user.type(screen.getByLabelText('一次性令牌'), 'token');
  await user.click(screen.getByRole('button', { name: '创建' }));
  expect(await screen.findByRole('button', { name: '登录' })).toBeVisible();
});

test('signing out leaves nothing behind', async () => {
  const { user } = await signIn('auditor1');
  await user.click(await screen.findByRole('button', { name: '账户菜单' }));
  await user.click(await screen.findByRole('button', { name: '签出' }));
  expect(await screen.findByLabelText('账号')).toHaveValue('');
  expect(platform.user).toBeNull();
});

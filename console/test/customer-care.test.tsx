// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { expectAccessible } from '@test/accessibility';
import { FakePlatform } from '@test/fake-server/fake-platform';
import { openPage } from '@test/render';

let platform: FakePlatform;

beforeEach(() => {
  platform = new FakePlatform();
  platform.user = 'supervisor1';
  platform.failures.set('POST /api/customers/search', { status: 200, body: { items: [{ id: 'c1', name: '张*', number: '138****8000', vip: false, notes: [] }] } });
});

async function find(language: 'zh-CN' | 'en' = 'zh-CN') {
  const page = await openPage('/customers', platform, { language });
  const isEnglish = language === 'en';
  await page.user.type(await screen.findByLabelText(isEnglish ? 'The customer’s whole number' : '客户的完整号码'), '13800138000{Enter}');
  return page;
}

test('a fact is kept, cannot be seen while it is typed, and stands nowhere afterwards', async () => {
  platform.failures.set('PUT /api/customers/c1/facts/pin', { status: 204 });
  const { user } = await find();
  const pin = await screen.findByLabelText('服务密码', { selector: 'input' });
  expect(pin).toHaveAttribute('type', 'password');
  await expectAccessible();
  await user.type(pin, '836152');
  await user.click(within(screen.getByRole('form', { name: '服务密码' })).getByRole('button', { name: /保\s?存/ }));
  expect(await screen.findByText('已保存，无人可以读出')).toBeVisible();
  expect(platform.requests.find(({ method }) => method === 'PUT')?.body).toEqual({ value: '836152' });
  expect(screen.getByLabelText('服务密码', { selector: 'input' })).toHaveValue('');
});

test('a fact of a wrong form is told at its field with what is wanted', async () => {
  platform.failures.set('PUT /api/customers/c1/facts/birthday', { status: 400, body: { rule: 'verification.form', field: 'value' } });
  const { user } = await find('en');
  await user.type(await screen.findByLabelText(/Birthday/, { selector: 'input' }), '31.3.');
  await user.click(within(screen.getByRole('form', { name: /Birthday/ })).getByRole('button', { name: 'Keep' }));
  expect(await screen.findByText('Month and day, such as 0314')).toBeVisible();
});

test('the mark of a VIP is taken back when the platform refuses it', async () => {
  platform.failures.set('PUT /api/customers/c1/grade', { status: 404, body: { rule: 'customer.unknown' } });
  const { user } = await find('en');
  await user.click(await screen.findByRole('switch'));
  expect(await screen.findByText('There is no such customer')).toBeVisible();
  await waitFor(() => expect(screen.getByRole('switch')).not.toBeChecked());
});

test('a number that nobody has is said', async () => {
  platform.failures.set('POST /api/customers/search', { status: 200, body: { items: [] } });
  await find();
  expect(await screen.findByText('没有这个号码的客户')).toBeVisible();
});

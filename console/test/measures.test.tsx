// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { expectAccessible } from '@test/accessibility';
import { FakePlatform } from '@test/fake-server/fake-platform';
import { openPage } from '@test/render';

let platform: FakePlatform;

beforeEach(() => {
  platform = new FakePlatform();
  platform.user = 'supervisor1';
});

test('figures by queue and by agent, and the word that they agree', async () => {
  await openPage('/measures', platform);
  const agreement = await screen.findByRole('region', { name: '数字一致性' });
  expect(agreement).toHaveTextContent(/一致.*四种算法的结果相同.*日志 #4309/);
  const queues = screen.getByRole('region', { name: '队列' });
  expect(await within(queues).findByRole('row', { name: /^售后 128 121 6 1 0 0 0 0 0 0 94\.2% 4\.23 s 8:32 2:56 5:55:10 0\.07 s/ })).toBeVisible();
  expect(within(queues).getByRole('row', { name: /^咨询 40 33 6 1 0 0 0 0 0 0 – / })).toBeVisible();
  expect(screen.getByRole('row', { name: /^陈静 ?agent1 31 1:31:00 2:02 14:00 1:00:11 10:10/ })).toBeVisible();
  await expectAccessible();
});

test('a difference is told with all four figures', async () => {
  const plain = platform.evidence.measures;
  const difference = { day: '2026-11-24', measure: 'answered', queue: 'support', agent: null, live: 31, historic: 32, perAgent: null, journal: 31 };
  platform.evidence.measures = (day) => {
    const measures = plain(day);
    return { ...measures, agreement: { ...measures.agreement, state: 'differs', differences: [difference] } };
  };
  await openPage('/measures', platform);
  const agreement = await screen.findByRole('region', { name: '数字一致性' });
  expect(agreement).toHaveTextContent(/不一致.*有 1 处不同，请勿使用这些数字/);
  expect(await within(agreement).findByRole('row', { name: /售后 31 32 – 31/ })).toBeVisible();
});

test('each figure leads to its definition, which stands out', async () => {
  const { user } = await openPage('/measures', platform, { language: 'en' });
  await user.click((await screen.findAllByRole('link', { name: 'Answered' }))[0] ?? document.body);
  const asked = await screen.findByRole('article', { current: true });
  expect(asked).toHaveTextContent(/Answered answered.*those of them that an agent answered.*kezheng_calls_answered_total/);
  await expectAccessible();
  await user.click(screen.getByRole('link', { name: 'Back to the measures' }));
  await user.click((await screen.findAllByRole('link', { name: 'Answered' }))[1] ?? document.body);
  expect(await screen.findByRole('article', { current: true })).toHaveTextContent('Answered by the agent');
});

test('the figures of the supervisor’s desk lead to their definitions', async () => {
  const { user } = await openPage('/supervisor', platform);
  const queue = await screen.findByRole('listitem', { name: '售后' });
  await user.click(within(queue).getByRole('link', { name: '“进线”的定义' }));
  expect(await screen.findByRole('article', { current: true })).toHaveTextContent('人工请求量');
});

test('figures that cannot be read say so', async () => {
  platform.failures.set('GET /api/measures', { status: 409, body: { rule: 'measures.behind' } });
  await openPage('/measures', platform);
  expect(await screen.findByText(/measures\.behind/)).toBeVisible();
});

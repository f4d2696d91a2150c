import { expect, test } from 'vitest';
import { optionsOf, targetOf } from '@/features/agent-desk/transfer/transfer-options';

const since = '2026-11-23T06:00:00Z';
const queueName = (code: string) => (code === 'support' ? '售后' : code);
const targets = {
  queues: [{ queue: 'support', waiting: 2, longestWaitingSince: since, readyAgents: 0 }],
  agents: [
    { agent: 'agent2', displayName: '李雷', state: 'talking' as const, since },
    { agent: 'agent3', displayName: '韩梅梅', state: 'ready' as const, since },
  ],
  outsideNumbers: [{ id: '1001', label: '维修网点', number: '020****4321' }],
};

test('who takes the call at once stands first, who cannot stands last', () => {
  expect(optionsOf(targets, '', queueName).map((option) => option.name)).toEqual(['韩梅梅', '售后', '维修网点', '李雷']);
});

test('whoever is in no call can be asked first, and a queue in which somebody is ready', () => {
  const agents = [...targets.agents, { agent: 'agent4', displayName: '王芳', state: 'not-ready' as const, since }];
  const asked = optionsOf({ ...targets, agents }, '', queueName).filter((option) => option.canBeAsked);
  expect(asked.map((option) => option.name)).toEqual(['韩梅梅', '维修网点', '王芳']);
  const ready = optionsOf({ queues: [{ queue: 'support', waiting: 0, longestWaitingSince: null, readyAgents: 1 }], agents: [], outsideNumbers: [] }, '', queueName);
  expect(ready.every((option) => option.canBeAsked)).toBe(true);
});

test('what is typed finds by name, user name and queue', () => {
  expect(optionsOf(targets, '李', queueName).map((option) => option.name)).toEqual(['李雷']);
  expect(optionsOf(targets, 'AGENT3', queueName).map((option) => option.name)).toEqual(['韩梅梅']);
  expect(optionsOf(targets, 'supp', queueName).map(targetOf)).toEqual([{ queue: 'support' }]);
  expect(optionsOf(targets, '售', queueName).map(targetOf)).toEqual([{ queue: 'support' }]);
  expect(optionsOf(targets, '网点', queueName).map(targetOf)).toEqual([{ outsideNumber: '1001' }]);
  expect(optionsOf(targets, 'nobody', queueName)).toEqual([]);
});

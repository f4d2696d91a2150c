import { expect, test } from 'vitest';
import { rowsOf } from '@/features/auditor-desk/waterfall-rows';

const at = (clock: string) => `2026-11-28T11:35:${clock}Z`;
const step = (name: string, clock: string, micros = 0) => ({ step: name, at: at(clock), micros });
const offer = (clock: string) => ({ offer: '1', agent: 'agent1', offeredAt: at(clock), ringingAt: null, endedAt: null, outcome: null });
const waterfall = [
  step('invite', '14.093774'),
  step('announced', '14.096605', 2_831),
  step('durable', '19.330063'),
  step('originate', '21.632639'),
  step('answered', '21.661079', 28_440),
];

test('the time that a caller spends in a flow and in the queue is set apart from the machine’s', () => {
  const journey = { flow: 'main', version: 1, steps: [{ at: at('19.314536'), kind: 'queued', name: '', score: null }] };
  const rows = rowsOf({ waterfall, journey, offers: [offer('15.000000'), offer('21.628346')] });
  expect(rows.map(({ step: name, micros, isPersons }) => [name, micros, isPersons])).toEqual([
    ['invite', 0, false],
    ['announced', 2_831, false],
    ['flow', 5_217_931, true],
    ['durable', 15_527, false],
    ['waited', 2_298_283, true],
    ['originate', 4_293, false],
    ['answered', 28_440, true],
  ]);
});

test('a call that was offered at once, without a flow, has the machine’s steps alone', () => {
  const rows = rowsOf({ waterfall, journey: null, offers: [offer('19.330000')] });
  expect(rows.map(({ step: name }) => name)).toEqual(['invite', 'announced', 'durable', 'originate', 'answered']);
});

test('where a step between is not known, nothing is put in by guess', () => {
  const rows = rowsOf({ waterfall: waterfall.filter(({ step: name }) => name !== 'durable'), journey: null, offers: [offer('20.000000')] });
  expect(rows.map(({ step: name }) => name)).toEqual(['invite', 'announced', 'originate', 'answered']);
});

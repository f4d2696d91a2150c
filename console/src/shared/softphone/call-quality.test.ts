import { expect, test } from 'vitest';
import { judge, readStatistics, type QualityReading } from '@/shared/softphone/call-quality';

const reading = (part: Partial<QualityReading>): QualityReading => ({
  received: 0,
  lost: 0,
  jitterMillis: 5,
  roundTripMillis: 20,
  ...part,
});

test('quality needs two readings', () => {
  expect(judge(null, reading({ received: 100 })).level).toBe('measuring');
});

test('only what was lost since the last reading counts', () => {
  const before = reading({ received: 1_000, lost: 500 });
  expect(judge(before, reading({ received: 1_100, lost: 500 }))).toMatchObject({ level: 'good', lossPercent: 0 });
  expect(judge(before, reading({ received: 1_098, lost: 502 }))).toMatchObject({ level: 'fair', lossPercent: 2 });
  expect(judge(before, reading({ received: 1_090, lost: 510 }))).toMatchObject({ level: 'poor', lossPercent: 10 });
});

test('a line on which nothing arrives is called so', () => {
  const before = reading({ received: 1_000 });
  expect(judge(before, before).level).toBe('none');
});

test('jitter and delay spoil a call as loss does', () => {
  const before = reading({ received: 0 });
  expect(judge(before, reading({ received: 100, jitterMillis: 40 })).level).toBe('fair');
  expect(judge(before, reading({ received: 100, jitterMillis: 70 })).level).toBe('poor');
  expect(judge(before, reading({ received: 100, roundTripMillis: 600 })).level).toBe('poor');
});

test('the audio counters are found among all others', () => {
  const report = new Map<string, unknown>([
    ['a', { type: 'codec' }],
    ['b', { type: 'inbound-rtp', kind: 'audio', packetsReceived: 50, packetsLost: 2, jitter: 0.012 }],
    ['c', { type: 'remote-inbound-rtp', roundTripTime: 0.034 }],
  ]);
  expect(readStatistics(report)).toEqual({ received: 50, lost: 2, jitterMillis: 12, roundTripMillis: 34 });
  expect(readStatistics(new Map())).toBeNull();
  expect(readStatistics(new Map([['a', { type: 'codec' }]]))).toMatchObject({ received: 0 });
});

import { expect, test } from 'vitest';
import { formatDuration, formatMicros, formatPreciseClock, millisBetween } from '@/shared/format/time';

test('a duration is minutes and seconds, with hours only when there are any', () => {
  expect(formatDuration(0)).toBe('0:00');
  expect(formatDuration(187_900)).toBe('3:07');
  expect(formatDuration(3_753_000)).toBe('1:02:33');
});

test('a clock that is ahead never shows a negative duration', () => {
  expect(formatDuration(-1)).toBe('0:00');
});

test('a precise time keeps the microseconds of the journal', () => {
  expect(formatPreciseClock('2026-11-23T06:05:09.123456Z')).toMatch(/:05:09\.123456$/);
  expect(formatPreciseClock('2026-11-23T06:05:09Z')).toMatch(/:05:09\.000000$/);
});

test('instants with microseconds are subtracted in milliseconds', () => {
  expect(millisBetween('2026-11-23T06:05:09.000001Z', '2026-11-23T06:05:10.500001Z')).toBe(1500);
});

test('a step of a call is told in the unit that fits', () => {
  expect([412, 3_240, 4_812_300].map(formatMicros)).toEqual(['412 µs', '3.2 ms', '4.81 s']);
});

import { expect, test } from 'vitest';
import { formatBytes, shortHash } from '@/shared/format/size';

test('a size has the unit that a person would say', () => {
  expect(formatBytes(812)).toBe('812 B');
  expect(formatBytes(65_741)).toBe('64.2 KiB');
  expect(formatBytes(3_250_586)).toBe('3.1 MiB');
});

test('a hash is shortened in the middle, a short one is not', () => {
  expect(shortHash('3f9a5c00deadbeef00112233445566778899aabbccddeeff001122334455c1d2')).toBe('3f9a5c…c1d2');
  expect(shortHash('3f9a5c')).toBe('3f9a5c');
});

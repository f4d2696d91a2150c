import '@testing-library/jest-dom/vitest';
import { afterEach, beforeAll, beforeEach, expect, vi } from 'vitest';

const printed: string[] = [];

/** What React, Ant Design or our own code prints as an error fails the test during which it is printed. */
beforeEach(() => {
  printed.length = 0;
  vi.spyOn(console, 'error').mockImplementation((...words: unknown[]) => {
    printed.push(words.map(String).join(' ').slice(0, 500));
  });
});

if (typeof window !== 'undefined') {
  const { cleanup } = await import('@testing-library/react');
  const { installBrowserParts } = await import('@test/browser-parts');
  beforeAll(installBrowserParts);
  afterEach(cleanup);
}

afterEach(() => {
  expect(printed).toEqual([]);
});

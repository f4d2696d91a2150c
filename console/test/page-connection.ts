import { act } from '@testing-library/react';
import { vi } from 'vitest';
import type { FakePlatform } from '@test/fake-server/fake-platform';

/** The page's end of the live WebSocket, in the hands of a test. */
class FakeSocket extends EventTarget {
  static readonly OPEN = 1;
  readonly readyState = FakeSocket.OPEN;
  readonly #leave: () => void;
  readonly #open: Set<FakeSocket>;
  readonly #platform: FakePlatform;
  readonly #listener: (frame: object) => void;

  constructor(platform: FakePlatform, open: Set<FakeSocket>, isDown: () => boolean) {
    super();
    this.#platform = platform;
    this.#open = open;
    this.#listener = (frame) => act(() => void this.dispatchEvent(new MessageEvent('message', { data: JSON.stringify(frame) })));
    this.#leave = () => undefined;
    if (isDown()) {
      queueMicrotask(() => this.close());
      return;
    }
    open.add(this);
    let leave: () => unknown = () => undefined;
    queueMicrotask(() => {
      if (open.has(this)) {
        leave = platform.listen(this.#listener);
      }
    });
    this.#leave = () => void leave();
  }

  send(text: string): void {
    this.#platform.told.push(text);
    if (text.includes('resync')) {
      this.#platform.snapshot(this.#listener);
    }
  }

  close(): void {
    this.#leave();
    this.#open.delete(this);
    act(() => void this.dispatchEvent(new Event('close')));
  }
}

/** Puts the fake platform behind `fetch` and `WebSocket`. */
export function connectPage(platform: FakePlatform) {
  const open = new Set<FakeSocket>();
  let isDown = false;
  vi.stubGlobal(
    'WebSocket',
    class extends FakeSocket {
      constructor(url: string) {
        super(platform, open, () => isDown || !url.endsWith('/api/live'));
      }
    },
  );
  vi.stubGlobal('fetch', (input: string, init: RequestInit = {}) => {
    if (isDown) {
      return Promise.reject(new TypeError('network'));
    }
    const url = new URL(input, location.href);
    const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : null;
    const answer = platform.handle({ method: init.method ?? 'GET', path: url.pathname, query: url.searchParams, body });
    document.cookie = 'XSRF-TOKEN=token';
    const text = answer.body === undefined ? null : JSON.stringify(answer.body);
    const headers = { 'Content-Type': 'application/json', ...(answer.location ? { Location: answer.location } : {}) };
    const response = new Response(text, { status: answer.status, headers });
    return platform.waits.get(url.pathname)?.then(() => response) ?? Promise.resolve(response);
  });
  return {
    goDown: () => {
      isDown = true;
      [...open].forEach((socket) => socket.close());
    },
    comeBack: () => {
      isDown = false;
      window.dispatchEvent(new Event('online'));
    },
  };
}

// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from 'vitest';
import { LiveConnection } from '@/shared/live/live-connection';
import { LiveStore } from '@/shared/live/live-store';

class ScriptedSocket extends EventTarget {
  static opened: ScriptedSocket[] = [];
  readonly sent: string[] = [];

  constructor() {
    super();
    ScriptedSocket.opened.push(this);
  }
  say(frame: object): void {
    this.dispatchEvent(new MessageEvent('message', { data: JSON.stringify(frame) }));
  }
  send(text: string): void {
    this.sent.push(text);
  }
  close(): void {
    this.dispatchEvent(new Event('close'));
  }
}

const at = '2026-11-23T06:00:00.000000Z';
const snapshot = { type: 'snapshot', seq: 1, at, queues: [] };
const last = () => ScriptedSocket.opened.at(-1) ?? new ScriptedSocket();

let signedIn: () => Promise<boolean>;
let opened: LiveConnection | null = null;

function open() {
  const store = new LiveStore();
  const connection = new LiveConnection({ url: 'wss://test/api/live', store, isSignedIn: () => signedIn(), random: () => 1 });
  connection.start();
  opened = connection;
  return { store, connection };
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('WebSocket', ScriptedSocket);
  ScriptedSocket.opened = [];
  signedIn = () => Promise.resolve(true);
  return () => {
    opened?.stop();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  };
});

test('it is open from the first snapshot on', () => {
  const { store } = open();
  expect(store.read().connection).toBe('connecting');
  last().say(snapshot);
  expect(store.read().connection).toBe('open');
});

test('a gap is answered with one request for a snapshot', () => {
  open();
  last().say(snapshot);
  last().say({ type: 'heartbeat', seq: 3, at });
  last().say({ type: 'heartbeat', seq: 4, at });
  expect(last().sent).toEqual(['{"type":"resync"}']);
});

test('fifteen silent seconds count as a loss, and what was known stays', async () => {
  const { store } = open();
  last().say(snapshot);
  await vi.advanceTimersByTimeAsync(14_999);
  expect(store.read().connection).toBe('open');
  await vi.advanceTimersByTimeAsync(1);
  expect(store.read()).toMatchObject({ connection: 'reconnecting', hasSnapshot: true });
});

test('it comes back by itself, waiting longer each time', async () => {
  const { store } = open();
  last().say(snapshot);
  for (const delay of [500, 1_000, 2_000, 4_000, 8_000, 10_000, 10_000]) {
    const before = ScriptedSocket.opened.length;
    last().close();
    await vi.advanceTimersByTimeAsync(delay - 1);
    expect(ScriptedSocket.opened.length).toBe(before);
    await vi.advanceTimersByTimeAsync(1);
    expect(ScriptedSocket.opened.length).toBe(before + 1);
  }
  last().say(snapshot);
  expect(store.read().connection).toBe('open');
});

test('it asks for a sign-in only when the platform says that there is none', async () => {
  const { store, connection } = open();
  last().say(snapshot);
  signedIn = () => Promise.reject(new Error('unreachable'));
  last().close();
  await vi.advanceTimersByTimeAsync(500);
  expect(store.read().connection).toBe('reconnecting');
  signedIn = () => Promise.resolve(false);
  last().close();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(store.read().connection).toBe('signed-out');
  connection.resume();
  last().say(snapshot);
  expect(store.read().connection).toBe('open');
});

test('a computer that comes back to the network does not wait', async () => {
  open();
  last().say(snapshot);
  last().close();
  const before = ScriptedSocket.opened.length;
  window.dispatchEvent(new Event('online'));
  await vi.advanceTimersByTimeAsync(0);
  expect(ScriptedSocket.opened.length).toBe(before + 1);
});

test('a desk that is left stays quiet', async () => {
  const { connection } = open();
  last().say(snapshot);
  connection.stop();
  const before = ScriptedSocket.opened.length;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(ScriptedSocket.opened.length).toBe(before);
});

import { createContext, use, useEffect, useMemo, useSyncExternalStore, type ReactNode } from 'react';
import { LiveConnection } from '@/shared/live/live-connection';
import type { LiveState } from '@/shared/live/live-state';
import { LiveStore } from '@/shared/live/live-store';
import { fetchSession } from '@/shared/session/use-session';

interface Live {
  readonly store: LiveStore;
  readonly connection: LiveConnection;
}

const LiveContext = createContext<Live | null>(null);

function liveUrl(): string {
  const scheme = location.protocol === 'http:' ? 'ws:' : 'wss:';
  return `${scheme}//${location.host}/api/live`;
}

/** Opens the one WebSocket of a desk and keeps it for as long as the desk is on screen. */
export function LiveProvider({ user, children }: { user: string; children: ReactNode }) {
  const live = useMemo<Live>(() => {
    const store = new LiveStore();
    const isSignedIn = async () => (await fetchSession())?.user === user;
    return { store, connection: new LiveConnection({ url: liveUrl(), store, isSignedIn }) };
  }, [user]);
  useEffect(() => {
    live.connection.start();
    return () => live.connection.stop();
  }, [live]);
  return <LiveContext value={live}>{children}</LiveContext>;
}

function useLiveContext(): Live {
  const live = use(LiveContext);
  if (live === null) {
    throw new Error('a live view stands outside of its provider');
  }
  return live;
}

/** Reads a part of the live state. `select` must return a part that is stored, not one made anew on each call. */
export function useLive<T>(select: (state: LiveState) => T): T {
  const { store } = useLiveContext();
  return useSyncExternalStore(store.subscribe, () => select(store.read()));
}

export function useLiveStore(): LiveStore {
  return useLiveContext().store;
}

export function useLiveConnection(): LiveConnection {
  return useLiveContext().connection;
}

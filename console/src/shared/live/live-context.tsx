import { useQueryClient } from '@tanstack/react-query';
import { createContext, use, useEffect, useMemo, useSyncExternalStore, type ReactNode } from 'react';
import { LiveConnection } from '@/shared/live/live-connection';
import type { LiveState } from '@/shared/live/live-state';
import { LiveStore } from '@/shared/live/live-store';
import { allLiveKeys } from '@/shared/live/live-topics';
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

/**
 * Opens the one WebSocket of a desk and keeps it for as long as the desk is on screen. Queries under a `liveKey` are read
 * anew when it tells so, and with each snapshot, before which changes may have been missed.
 */
export function LiveProvider({ user, children }: { user: string; children: ReactNode }) {
  const live = useMemo<Live>(() => {
    const store = new LiveStore();
    const isSignedIn = async () => (await fetchSession())?.user === user;
    return { store, connection: new LiveConnection({ url: liveUrl(), store, isSignedIn }) };
  }, [user]);
  const queries = useQueryClient();
  useEffect(
    () =>
      live.store.onStale(({ topic }) => {
        const queryKey = topic === null ? allLiveKeys : [...allLiveKeys, topic];
        // A reading under way may have been answered before the change.
        void queries.cancelQueries({ queryKey }).then(() => queries.invalidateQueries({ queryKey }));
      }),
    [live, queries],
  );
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

/** Whether a live view stands around this: without one nobody tells when a `liveKey` has to be read anew. */
export function useIsLive(): boolean {
  return use(LiveContext) !== null;
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

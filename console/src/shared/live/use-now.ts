import { useSyncExternalStore } from 'react';
import { useLive } from '@/shared/live/live-context';

const listeners = new Set<() => void>();
let timer: number | undefined;
let now = Date.now();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (timer === undefined) {
    now = Date.now();
    timer = window.setInterval(() => {
      now = Date.now();
      listeners.forEach((tell) => tell());
    }, 1000);
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  };
}

/** The platform's time in milliseconds, once a second: one timer for the whole page. */
export function useNow(): number {
  const offset = useLive((state) => state.clockOffset);
  return useSyncExternalStore(subscribe, () => now) + offset;
}

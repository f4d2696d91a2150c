import type { AgentView } from '@/shared/api/views';
import { parseFrame } from '@/shared/live/live-frames';
import { initialLiveState, receive, takeAgent, type Connection, type LiveState, type Stale } from '@/shared/live/live-state';

/** Holds the live state of a desk and tells its readers of each change. */
export class LiveStore {
  #state: LiveState = initialLiveState;
  readonly #listeners = new Set<() => void>();
  readonly #staleListeners = new Set<(stale: Stale) => void>();

  readonly read = (): LiveState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Tells what has to be read anew, and gives back what ends it. */
  readonly onStale = (listener: (stale: Stale) => void): (() => void) => {
    this.#staleListeners.add(listener);
    return () => this.#staleListeners.delete(listener);
  };

  /** Takes one text of the WebSocket; true when a snapshot must be asked for. */
  take(text: string, now: number): boolean {
    const received = receive(this.#state, parseFrame(text), now);
    this.#change(received.state);
    const { stale } = received;
    if (stale !== null) {
      this.#staleListeners.forEach((listener) => listener(stale));
    }
    return received.needsResync;
  }

  /** Takes the answer to a request of this desk's agent, which may be quicker than the frame that says the same. */
  takeOwn(view: AgentView): void {
    this.#change(takeAgent(this.#state, view));
  }

  connection(connection: Connection): void {
    if (this.#state.connection !== connection) {
      const seq = connection === 'open' ? this.#state.seq : null;
      this.#change({ ...this.#state, connection, seq });
    }
  }

  #change(next: LiveState): void {
    if (next !== this.#state) {
      this.#state = next;
      this.#listeners.forEach((listener) => listener());
    }
  }
}

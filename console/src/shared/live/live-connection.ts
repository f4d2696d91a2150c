import type { LiveStore } from '@/shared/live/live-store';

const heartbeatTimeoutMillis = 15_000;
const firstDelayMillis = 500;
const longestDelayMillis = 10_000;

export interface LiveConnectionSettings {
  readonly url: string;
  readonly store: LiveStore;
  /** Asks the platform whether the sign-in still holds; throws when the platform is not reached. */
  readonly isSignedIn: () => Promise<boolean>;
  /** 0 to 1, spreads the reconnections of many desks over time. */
  readonly random?: () => number;
}

/**
 * One WebSocket to the platform, kept up for as long as the desk is open. A silent one (no frame for 15 s) counts as
 * lost. After a loss it tries again with growing, jittered delays; only when the platform itself says that nobody is
 * signed in does it stop, and `resume` starts it again after a sign-in.
 */
export class LiveConnection {
  readonly #settings: LiveConnectionSettings;
  #socket: WebSocket | null = null;
  #failures = 0;
  #retry: number | undefined;
  #silence: number | undefined;
  #stopped = true;

  constructor(settings: LiveConnectionSettings) {
    this.#settings = settings;
  }

  start(): void {
    this.#stopped = false;
    this.#connect();
    globalThis.addEventListener('online', this.#tryNow);
    document.addEventListener('visibilitychange', this.#tryNow);
  }

  stop(): void {
    this.#stopped = true;
    globalThis.removeEventListener('online', this.#tryNow);
    document.removeEventListener('visibilitychange', this.#tryNow);
    clearTimeout(this.#retry);
    this.#drop();
  }

  /** After a new sign-in. */
  resume(): void {
    this.#failures = 0;
    this.#settings.store.connection('reconnecting');
    this.#connect();
  }

  /** Tells the platform something that it can do without: lost when the connection is down. */
  tell(frame: object): void {
    if (this.#socket?.readyState === WebSocket.OPEN) {
      this.#socket.send(JSON.stringify(frame));
    }
  }

  #connect(): void {
    clearTimeout(this.#retry);
    this.#retry = undefined;
    this.#drop();
    const socket = new WebSocket(this.#settings.url);
    this.#socket = socket;
    this.#expectSound();
    socket.addEventListener('message', (message) => this.#hear(socket, message.data));
    socket.addEventListener('close', () => this.#lost(socket));
  }

  #hear(socket: WebSocket, data: unknown): void {
    if (socket !== this.#socket || typeof data !== 'string') {
      return;
    }
    this.#expectSound();
    const { store } = this.#settings;
    const needsResync = store.take(data, Date.now());
    if (store.read().seq !== null) {
      this.#failures = 0;
      store.connection('open');
    }
    if (needsResync) {
      socket.send(JSON.stringify({ type: 'resync' }));
    }
  }

  #expectSound(): void {
    clearTimeout(this.#silence);
    this.#silence = window.setTimeout(() => {
      if (this.#socket) {
        this.#lost(this.#socket);
      }
    }, heartbeatTimeoutMillis);
  }

  #lost(socket: WebSocket): void {
    if (socket !== this.#socket || this.#stopped) {
      return;
    }
    this.#drop();
    this.#failures += 1;
    if (this.#settings.store.read().hasSnapshot || this.#failures > 1) {
      this.#settings.store.connection('reconnecting');
    }
    const jitter = 0.5 + (this.#settings.random ?? Math.random)() / 2;
    const delay = Math.min(longestDelayMillis, firstDelayMillis * 2 ** (this.#failures - 1)) * jitter;
    this.#retry = window.setTimeout(() => void this.#reconnect(), delay);
  }

  async #reconnect(): Promise<void> {
    this.#retry = undefined;
    const signedIn = await this.#settings.isSignedIn().catch(() => true);
    if (this.#stopped || this.#socket) {
      return;
    }
    if (signedIn) {
      this.#connect();
    } else {
      this.#settings.store.connection('signed-out');
    }
  }

  /** The computer woke up or came back to the network: no reason to wait out the delay. */
  readonly #tryNow = (): void => {
    if (this.#retry !== undefined && document.visibilityState !== 'hidden') {
      clearTimeout(this.#retry);
      void this.#reconnect();
    }
  };

  #drop(): void {
    clearTimeout(this.#silence);
    const socket = this.#socket;
    this.#socket = null;
    socket?.close();
  }
}

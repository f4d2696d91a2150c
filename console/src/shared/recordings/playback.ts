import { whyUnreadable } from '@/shared/api/request';
import type { RequestError } from '@/shared/api/problem';
import { splitChannels, type Channels, type Hearing, type Levels } from '@/shared/recordings/channels';

export interface PlaybackState {
  readonly stage: 'stopped' | 'opening' | 'playing' | 'failed';
  readonly positionSeconds: number;
  /** Known once the file is open. */
  readonly lengthSeconds: number | null;
  /** Why it did not open; `null` when the browser got the file but could not read it. */
  readonly problem: RequestError | null;
  readonly hearing: Hearing;
  /** How fast it plays; the pitch stays. */
  readonly speed: Speed;
}

export const speeds = [0.75, 1, 1.25, 1.5, 2] as const;
export type Speed = (typeof speeds)[number];

const silence: Levels = { customer: 0, agent: 0 };

/**
 * Plays one recording: stopped ⇄ opening → playing → stopped; failed from opening, and back to opening by trying again.
 * Nothing is fetched before the person presses play, because fetching is audited as playing.
 */
export class Playback {
  readonly source: string;
  #state: PlaybackState = { stage: 'stopped', positionSeconds: 0, lengthSeconds: null, problem: null, hearing: 'both', speed: 1 };
  #audio: HTMLAudioElement | null = null;
  #channels: Channels | null = null;
  readonly #listeners = new Set<() => void>();

  constructor(source: string) {
    this.source = source;
  }

  readonly read = (): PlaybackState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Takes the page's audio element for as long as it is on the page. */
  readonly attach = (audio: HTMLAudioElement): (() => void) => {
    const heard = {
      playing: () => this.#change({ stage: 'playing' }),
      pause: () => this.#change({ stage: 'stopped' }),
      timeupdate: () => this.#change({ positionSeconds: audio.currentTime }),
      durationchange: () => this.#change({ lengthSeconds: Number.isFinite(audio.duration) ? audio.duration : null }),
    };
    this.#audio = audio;
    this.#applySpeed();
    Object.entries(heard).forEach(([name, listener]) => audio.addEventListener(name, listener));
    return () => {
      Object.entries(heard).forEach(([name, listener]) => audio.removeEventListener(name, listener));
      audio.pause();
      this.#channels?.close();
      this.#channels = null;
      this.#audio = null;
    };
  };

  /** Plays, or pauses what plays. */
  toggle(): void {
    const { stage } = this.#state;
    if (stage === 'playing' || stage === 'opening') {
      this.#audio?.pause();
      this.#change({ stage: 'stopped' });
    } else {
      if (stage === 'failed') {
        this.#audio?.load();
      }
      void this.#play();
    }
  }

  seek(seconds: number): void {
    if (this.#audio) {
      this.#audio.currentTime = seconds;
    }
    this.#change({ positionSeconds: seconds });
  }

  playAt(speed: Speed): void {
    this.#change({ speed });
    this.#applySpeed();
  }

  hear(hearing: Hearing): void {
    this.#channels?.hear(hearing);
    this.#change({ hearing });
  }

  levels(): Levels {
    return this.#channels?.levels() ?? silence;
  }

  /** The default as well: loading again begins with it. */
  #applySpeed(): void {
    if (this.#audio) {
      this.#audio.defaultPlaybackRate = this.#state.speed;
      this.#audio.playbackRate = this.#state.speed;
    }
  }

  async #play(): Promise<void> {
    const audio = this.#audio;
    if (audio === null) {
      return;
    }
    this.#change({ stage: 'opening', problem: null });
    this.#channels ??= splitChannels(audio);
    this.#channels?.hear(this.#state.hearing);
    try {
      await audio.play();
    } catch (error) {
      // Pressing pause while it opens ends the attempt, too; that is no failure.
      if (!(error instanceof DOMException && error.name === 'AbortError')) {
        this.#change({ stage: 'failed', problem: await whyUnreadable(this.source) });
      }
    }
  }

  #change(part: Partial<PlaybackState>): void {
    this.#state = { ...this.#state, ...part };
    this.#listeners.forEach((listener) => listener());
  }
}

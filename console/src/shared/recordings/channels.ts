/** Whom to hear. The recording holds the customer left and the agent right. */
export const hearings = ['both', 'customer', 'agent'] as const;
export type Hearing = (typeof hearings)[number];

/** How loud each channel of the recording is now, 0 to 1. */
export interface Levels {
  readonly customer: number;
  readonly agent: number;
}

export interface Channels {
  hear(hearing: Hearing): void;
  levels(): Levels;
  close(): void;
}

/** Splits an audio element into its two channels; `null` where the browser has no Web Audio: the element plays by itself. */
export function splitChannels(audio: HTMLAudioElement): Channels | null {
  if (typeof AudioContext === 'undefined') {
    return null;
  }
  const context = new AudioContext();
  const source = context.createMediaElementSource(audio);
  const splitter = context.createChannelSplitter(2);
  const merger = context.createChannelMerger(2);
  source.connect(splitter);
  merger.connect(context.destination);
  const customer = new Channel(context, splitter, merger, 0);
  const agent = new Channel(context, splitter, merger, 1);
  return {
    hear: (hearing) => {
      customer.send(hearing !== 'agent', hearing === 'customer');
      agent.send(hearing !== 'customer', hearing === 'agent');
    },
    levels: () => ({ customer: customer.level(), agent: agent.level() }),
    close: () => void context.close(),
  };
}

/** One side of the talk: to its own ear, and to the other as well when it is heard alone. */
class Channel {
  readonly #own: GainNode;
  readonly #other: GainNode;
  readonly #analyser: AnalyserNode;
  readonly #samples: Float32Array<ArrayBuffer>;

  constructor(context: AudioContext, splitter: ChannelSplitterNode, merger: ChannelMergerNode, side: 0 | 1) {
    this.#own = context.createGain();
    this.#other = context.createGain();
    this.#other.gain.value = 0;
    this.#analyser = context.createAnalyser();
    this.#analyser.fftSize = 512;
    this.#samples = new Float32Array(this.#analyser.fftSize);
    splitter.connect(this.#analyser, side);
    splitter.connect(this.#own, side);
    splitter.connect(this.#other, side);
    this.#own.connect(merger, 0, side);
    this.#other.connect(merger, 0, 1 - side);
  }

  send(own: boolean, other: boolean): void {
    this.#own.gain.value = own ? 1 : 0;
    this.#other.gain.value = other ? 1 : 0;
  }

  level(): number {
    this.#analyser.getFloatTimeDomainData(this.#samples);
    const power = this.#samples.reduce((sum, sample) => sum + sample * sample, 0) / this.#samples.length;
    // From -50 dB (nothing) to 0 dB (full), which is how loudness is felt.
    return power === 0 ? 0 : Math.min(1, Math.max(0, 1 + (10 * Math.log10(power)) / 50));
  }
}

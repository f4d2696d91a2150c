import type { MicrophoneProblem } from '@/shared/softphone/softphone-state';

/** Why the microphone did not open. */
export class MicrophoneError extends Error {
  readonly problem: MicrophoneProblem;

  constructor(problem: MicrophoneProblem) {
    super(`microphone: ${problem}`);
    this.name = 'MicrophoneError';
    this.problem = problem;
  }
}

const problems: Readonly<Record<string, MicrophoneProblem>> = {
  NotAllowedError: 'denied',
  SecurityError: 'denied',
  NotFoundError: 'missing',
  OverconstrainedError: 'missing',
  NotReadableError: 'busy',
  AbortError: 'busy',
};

async function open(): Promise<MediaStream> {
  if (!window.isSecureContext) {
    throw new MicrophoneError('insecure');
  }
  try {
    return await navigator.mediaDevices.getUserMedia({
      audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
    });
  } catch (error) {
    throw new MicrophoneError(error instanceof DOMException ? (problems[error.name] ?? 'other') : 'other');
  }
}

/** The microphone, open only while a call rings or runs, so that the browser's sign of recording never lies. */
export class Microphone {
  #stream: Promise<MediaStream> | null = null;
  readonly #onLost: () => void;

  constructor(onLost: () => void) {
    this.#onLost = onLost;
  }

  /** Opens it, or gives what is open already. Throws a MicrophoneError. */
  open(): Promise<MediaStream> {
    this.#stream ??= this.#openAnew();
    return this.#stream;
  }

  close(): void {
    const stream = this.#stream;
    this.#stream = null;
    stream?.then(stopTracks, () => undefined);
  }

  async #openAnew(): Promise<MediaStream> {
    try {
      const stream = await open();
      stream.getAudioTracks().forEach((track) =>
        track.addEventListener('ended', () => {
          this.#stream = null;
          this.#onLost();
        }),
      );
      return stream;
    } catch (error) {
      this.#stream = null;
      throw error;
    }
  }
}

function stopTracks(stream: MediaStream): void {
  stream.getTracks().forEach((track) => track.stop());
}

import { MicrophoneError, type Microphone } from '@/shared/softphone/microphone';
import { ExpectedCall } from '@/shared/softphone/expected-call';
import type { LineCredentials, PhoneLine, PhoneLineListener } from '@/shared/softphone/phone-line';
import {
  initialSoftphone,
  isDeviceTest,
  transition,
  type SoftphoneEvent,
  type SoftphoneState,
} from '@/shared/softphone/softphone-state';

const firstRetryMillis = 1_000;
const longestRetryMillis = 15_000;

export interface SoftphoneParts {
  readonly makeLine: (listener: PhoneLineListener) => PhoneLine;
  readonly makeMicrophone: (onLost: () => void) => Microphone;
  readonly ringTone: { start(): void; stop(): void };
  readonly fetchCredentials: () => Promise<LineCredentials>;
}

/**
 * Carries out what the state machine allows: it owns the line, the microphone and the ring tone, and nothing of the
 * screen, so that no change of the screen touches a running call.
 */
export class Softphone {
  #state: SoftphoneState = initialSoftphone;
  #voice: MediaStream | null = null;
  #credentials: LineCredentials | null = null;
  #refusals = 0;
  readonly expected = new ExpectedCall();
  #retry: number | undefined;
  readonly #listeners = new Set<() => void>();
  readonly #parts: SoftphoneParts;
  readonly #line: PhoneLine;
  readonly #microphone: Microphone;

  constructor(parts: SoftphoneParts) {
    this.#parts = parts;
    this.#microphone = parts.makeMicrophone(() => this.#send({ type: 'microphone-failed', problem: 'lost' }));
    this.#line = parts.makeLine({
      registered: () => {
        this.#refusals = 0;
        this.#send({ type: 'registered' });
      },
      unreachable: () => this.#send({ type: 'unreachable' }),
      refused: () => {
        this.#send({ type: 'refused' });
        this.#tryLater();
      },
      invited: (leg, contact, queue) => this.#beInvited(leg, contact, queue),
      established: (leg) => this.#send({ type: 'established', leg, at: new Date().toISOString() }),
      held: (leg) => this.#send({ type: 'held', leg }),
      resumed: (leg) => this.#send({ type: 'resumed', leg }),
      heard: (leg, stream) => this.#hear(leg, stream),
      ended: (leg) => this.#send({ type: 'ended', leg }),
    });
  }

  readonly read = (): SoftphoneState => this.#state;
  /** The other party's voice, while a leg runs. */
  readonly readVoice = (): MediaStream | null => this.#voice;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  start(): void {
    if (this.#send({ type: 'started' })) {
      void this.#connect();
      void this.checkMicrophone();
    }
  }

  stop(): void {
    if (this.#send({ type: 'stopped' })) {
      clearTimeout(this.#retry);
      this.#credentials = null;
      this.#line.disconnect();
    }
  }

  /** The page goes away: its leg ends with it, and the PBX should know at once. */
  leave(): void {
    this.hangUp();
    clearTimeout(this.#retry);
    this.#line.disconnect();
    this.#microphone.close();
    this.#parts.ringTone.stop();
  }

  async answer(): Promise<void> {
    if (!this.#send({ type: 'answer' }) || this.#state.leg.kind !== 'answering') {
      return;
    }
    const { leg } = this.#state.leg;
    const voice = await this.#openMicrophone();
    if (voice && isAnswering(this.#state, leg)) {
      this.#line.answer(leg, voice);
    }
  }

  /** Hangs up, or declines what rings. */
  hangUp(): void {
    const { leg } = this.#state;
    if (leg.kind !== 'none' && this.#send({ type: 'hang-up' })) {
      this.#line.hangUp(leg.leg);
    }
  }

  toggleHold(): void {
    const { leg } = this.#state;
    if (leg.kind !== 'talking') {
      return;
    }
    if (leg.hold === 'none' && this.#send({ type: 'hold' })) {
      this.#line.hold(leg.leg);
    } else if (leg.hold === 'held' && this.#send({ type: 'resume' })) {
      this.#line.resume(leg.leg);
    }
  }

  toggleMute(): void {
    const { leg } = this.#state;
    if (leg.kind === 'talking' && this.#send({ type: leg.muted ? 'unmuted' : 'muted' })) {
      this.#line.mute(leg.leg, !leg.muted);
    }
  }

  /** The platform says that this contact rings here no more, maybe before the PBX does. */
  withdraw(contact: string): void {
    this.#send({ type: 'withdrawn', contact });
  }

  /** The platform says that the leg of this contact serves another one from now on. */
  carryOver(from: string, to: string): void {
    this.#send({ type: 'carried-over', from, to });
  }

  statistics(leg: number): Promise<RTCStatsReport | null> {
    return this.#line.statistics(leg);
  }

  /** Opens the microphone to see whether it works; during a call the opened one becomes the call's voice. */
  async checkMicrophone(): Promise<void> {
    const voice = await this.#openMicrophone();
    const { leg } = this.#state;
    if (voice && leg.kind === 'talking') {
      this.#line.replaceVoice(leg.leg, voice);
      this.#line.mute(leg.leg, leg.muted);
    } else if (leg.kind === 'none') {
      this.#microphone.close();
    }
  }

  #beInvited(leg: number, contact: string, queue: string): void {
    if (this.#send({ type: 'invited', leg, contact, queue })) {
      void (isDeviceTest(this.#state.leg) || this.expected.take() ? this.answer() : this.#openMicrophone());
    } else {
      this.#line.hangUp(leg);
    }
  }

  async #openMicrophone(): Promise<MediaStream | null> {
    try {
      const stream = await this.#microphone.open();
      this.#send({ type: 'microphone-works' });
      return stream;
    } catch (error) {
      const problem = error instanceof MicrophoneError ? error.problem : 'other';
      this.#send({ type: 'microphone-failed', problem });
      return null;
    }
  }

  #hear(leg: number, stream: MediaStream): void {
    const current = this.#state.leg;
    if (current.kind !== 'none' && current.leg === leg) {
      this.#voice = stream;
      this.#tell();
    }
  }

  #tryLater(): void {
    const delay = Math.min(longestRetryMillis, firstRetryMillis * 2 ** this.#refusals);
    this.#refusals += 1;
    clearTimeout(this.#retry);
    this.#retry = window.setTimeout(() => void this.#connect(), delay);
  }

  /** Asks for credentials and registers. New credentials need a new connection, which waits until no leg runs. */
  async #connect(): Promise<void> {
    try {
      const credentials = await this.#parts.fetchCredentials();
      if (this.#state.registration === 'off') {
        return;
      }
      const same = this.#credentials !== null && JSON.stringify(this.#credentials) === JSON.stringify(credentials);
      if (same) {
        this.#line.registerAgain();
      } else if (this.#state.leg.kind === 'none') {
        this.#credentials = credentials;
        this.#line.connect(credentials);
      } else {
        this.#tryLater();
      }
    } catch {
      if (this.#state.registration !== 'off') {
        this.#send({ type: 'unreachable' });
        this.#tryLater();
      }
    }
  }

  /** True when the event changed the state. */
  #send(event: SoftphoneEvent): boolean {
    const before = this.#state;
    const after = transition(before, event);
    if (after === before) {
      return false;
    }
    this.#state = after;
    if (after.leg.kind === 'ringing' && !isDeviceTest(after.leg)) {
      this.#parts.ringTone.start();
    } else {
      this.#parts.ringTone.stop();
    }
    if (after.leg.kind === 'none' && before.leg.kind !== 'none') {
      this.#voice = null;
      this.#microphone.close();
    }
    this.#tell();
    return true;
  }

  #tell(): void {
    this.#listeners.forEach((listener) => listener());
  }
}

const isAnswering = ({ leg }: SoftphoneState, number: number) => leg.kind === 'answering' && leg.leg === number;

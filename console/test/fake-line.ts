import { Softphone } from '@/shared/softphone/softphone';
import { Microphone, MicrophoneError } from '@/shared/softphone/microphone';
import type { PhoneLine, PhoneLineListener } from '@/shared/softphone/phone-line';
import type { MicrophoneProblem } from '@/shared/softphone/softphone-state';

/** A line without a PBX: it notes what it is told, and a test speaks for the other end. */
export class FakeLine implements PhoneLine {
  readonly done: string[] = [];
  listener: PhoneLineListener | null = null;

  connect(): void {
    this.done.push('connect');
    this.listener?.registered();
  }
  disconnect(): void {
    this.done.push('disconnect');
  }
  registerAgain(): void {
    this.done.push('register-again');
  }
  answer(leg: number): void {
    this.done.push(`answer ${leg}`);
    this.listener?.established(leg);
  }
  hangUp(leg: number): void {
    this.done.push(`hang-up ${leg}`);
    this.listener?.ended(leg);
  }
  hold(leg: number): void {
    this.done.push(`hold ${leg}`);
    this.listener?.held(leg);
  }
  resume(leg: number): void {
    this.done.push(`resume ${leg}`);
    this.listener?.resumed(leg);
  }
  mute(leg: number, muted: boolean): void {
    this.done.push(`${muted ? 'mute' : 'unmute'} ${leg}`);
  }
  replaceVoice(leg: number): void {
    this.done.push(`replace-voice ${leg}`);
  }
  statistics(): Promise<null> {
    return Promise.resolve(null);
  }
}

/** A microphone that opens, or does not for a given reason. */
export class FakeMicrophone extends Microphone {
  problem: MicrophoneProblem | null = null;
  opened = 0;
  closed = 0;

  override open(): Promise<MediaStream> {
    this.opened += 1;
    // A stream that nobody listens to: jsdom has none of its own.
    const silence: MediaStream = Object.create(null);
    return this.problem ? Promise.reject(new MicrophoneError(this.problem)) : Promise.resolve(silence);
  }

  override close(): void {
    this.closed += 1;
  }
}

export function makeFakePhone(fetchCredentials = () => Promise.resolve({ wssUrl: '', uri: '', user: '', password: '' })) {
  const line = new FakeLine();
  const microphone = new FakeMicrophone(() => undefined);
  const ring = { isOn: false };
  const softphone = new Softphone({
    makeLine: (listener) => {
      line.listener = listener;
      return line;
    },
    makeMicrophone: () => microphone,
    ringTone: { start: () => (ring.isOn = true), stop: () => (ring.isOn = false) },
    fetchCredentials,
  });
  return { softphone, line, microphone, ring };
}

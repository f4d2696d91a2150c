export interface LineCredentials {
  readonly wssUrl: string;
  readonly uri: string;
  readonly user: string;
  readonly password: string;
}

/** What a line tells its softphone. Legs are numbered from 1, never again. */
export interface PhoneLineListener {
  registered(): void;
  unreachable(): void;
  refused(): void;
  invited(leg: number, contact: string, queue: string): void;
  established(leg: number): void;
  held(leg: number): void;
  resumed(leg: number): void;
  heard(leg: number, stream: MediaStream): void;
  ended(leg: number): void;
}

/** A telephone line to the PBX. Each action names the leg it is meant for; a leg that is gone makes it do nothing. */
export interface PhoneLine {
  connect(credentials: LineCredentials): void;
  disconnect(): void;
  registerAgain(): void;
  answer(leg: number, voice: MediaStream): void;
  hangUp(leg: number): void;
  hold(leg: number): void;
  resume(leg: number): void;
  mute(leg: number, muted: boolean): void;
  /** Replaces the voice of a running leg, after a headset was plugged in again. */
  replaceVoice(leg: number, voice: MediaStream): void;
  statistics(leg: number): Promise<RTCStatsReport | null>;
}

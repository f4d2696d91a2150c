import { UA, WebSocketInterface } from 'jssip';
import type { RTCSession } from 'jssip/lib/RTCSession';
import type { LineCredentials, PhoneLine, PhoneLineListener } from '@/shared/softphone/phone-line';

const iceGatheringLimitMillis = 500;
const registrationSeconds = 120;

/**
 * A line by SIP over WebSocket and WebRTC. The user agent reconnects and registers again by itself; the PBX names the
 * contact in the user part of From and the queue in its display name, never the customer's number.
 */
export class SipLine implements PhoneLine {
  readonly #listener: PhoneLineListener;
  readonly #sessions = new Map<number, RTCSession>();
  #agent: UA | null = null;
  #lastLeg = 0;

  constructor(listener: PhoneLineListener) {
    this.#listener = listener;
  }

  connect(credentials: LineCredentials): void {
    this.disconnect();
    const agent = new UA({
      sockets: [new WebSocketInterface(credentials.wssUrl)],
      uri: credentials.uri,
      authorization_user: credentials.user,
      password: credentials.password,
      register: true,
      register_expires: registrationSeconds,
      session_timers: false,
      connection_recovery_min_interval: 1,
      connection_recovery_max_interval: 10,
      user_agent: 'Kezheng console',
    });
    this.#agent = agent;
    const isCurrent = () => this.#agent === agent;
    agent.on('registered', () => isCurrent() && this.#listener.registered());
    agent.on('disconnected', () => isCurrent() && this.#listener.unreachable());
    agent.on('registrationFailed', ({ response }) => {
      if (isCurrent()) {
        tellRefusal(this.#listener, statusOf(response));
      }
    });
    agent.on('newRTCSession', ({ originator, session }: { originator: string; session: RTCSession }) => {
      if (originator === 'remote') {
        this.#take(session);
      }
    });
    agent.start();
  }

  disconnect(): void {
    const agent = this.#agent;
    this.#agent = null;
    agent?.stop();
  }

  registerAgain(): void {
    this.#agent?.register();
  }

  answer(leg: number, voice: MediaStream): void {
    this.#sessions.get(leg)?.answer({ mediaStream: voice, pcConfig: { iceServers: [] } });
  }

  hangUp(leg: number): void {
    const session = this.#sessions.get(leg);
    if (session && !session.isEnded()) {
      session.terminate(session.isInProgress() ? { status_code: 603, reason_phrase: 'Decline' } : {});
    }
  }

  hold(leg: number): void {
    this.#sessions.get(leg)?.hold({}, () => this.#listener.held(leg));
  }

  resume(leg: number): void {
    this.#sessions.get(leg)?.unhold({}, () => this.#listener.resumed(leg));
  }

  mute(leg: number, muted: boolean): void {
    const session = this.#sessions.get(leg);
    if (muted) {
      session?.mute({ audio: true });
    } else {
      session?.unmute({ audio: true });
    }
  }

  replaceVoice(leg: number, voice: MediaStream): void {
    void this.#sender(leg)?.replaceTrack(voice.getAudioTracks()[0] ?? null);
  }

  async statistics(leg: number): Promise<RTCStatsReport | null> {
    return (await this.#connection(leg)?.getStats()) ?? null;
  }

  #sender(leg: number): RTCRtpSender | undefined {
    return this.#connection(leg)
      ?.getSenders()
      .find((sender) => sender.track?.kind === 'audio');
  }

  /** Undefined until the leg is answered: before, the library has no connection yet, whatever its type says. */
  #connection(leg: number): RTCPeerConnection | undefined {
    return this.#sessions.get(leg)?.connection;
  }

  #take(session: RTCSession): void {
    this.#lastLeg += 1;
    const leg = this.#lastLeg;
    this.#sessions.set(leg, session);
    const over = () => {
      if (this.#sessions.delete(leg)) {
        this.#listener.ended(leg);
      }
    };
    session.on('ended', over);
    session.on('failed', over);
    session.on('accepted', () => this.#listener.established(leg));
    session.on('peerconnection', ({ peerconnection }) => {
      peerconnection.addEventListener('track', ({ streams: [stream] }) => {
        if (stream) {
          this.#listener.heard(leg, stream);
        }
      });
    });
    limitGathering(session);
    const { uri, display_name: queue } = session.remote_identity;
    this.#listener.invited(leg, uri.user, queue);
  }
}

/** Candidates of the own network are there at once; waiting for more only delays the answer. */
function limitGathering(session: RTCSession): void {
  let timer: number | undefined;
  session.on('icecandidate', ({ ready }) => {
    timer ??= window.setTimeout(ready, iceGatheringLimitMillis);
  });
}

function statusOf(response: unknown): number {
  return typeof response === 'object' && response !== null && 'status_code' in response
    ? Number(response.status_code)
    : 0;
}

/** 4xx but a time-out is a no to these credentials; all else is a server that cannot answer at present. */
function tellRefusal(listener: PhoneLineListener, status: number): void {
  if (status >= 400 && status < 500 && status !== 408) {
    listener.refused();
  } else {
    listener.unreachable();
  }
}

/** What keeps the microphone from working, in kinds that a person can do something about. */
export type MicrophoneProblem = 'denied' | 'missing' | 'busy' | 'lost' | 'insecure' | 'other';

/** The softphone's registration with the PBX. */
export type Registration = 'off' | 'connecting' | 'registered' | 'lost' | 'refused';

/** One leg on the line: its number tells late news of an earlier leg from news of this one. */
interface OnLeg {
  readonly leg: number;
  readonly contact: string;
  readonly queue: string;
}

export type Hold = 'none' | 'holding' | 'held' | 'resuming';

export type LegState =
  | { readonly kind: 'none' }
  | ({ readonly kind: 'ringing' } & OnLeg)
  | ({ readonly kind: 'answering' } & OnLeg)
  | ({ readonly kind: 'talking'; readonly since: string; readonly hold: Hold; readonly muted: boolean } & OnLeg)
  | ({ readonly kind: 'ending' } & OnLeg);

/** Whether the leg is the PBX's call by which this phone is tried: no contact, and nothing that the desk shows as a call. */
export function isDeviceTest(leg: LegState): boolean {
  return leg.kind !== 'none' && leg.queue === deviceTestName;
}

/** The name under which the PBX calls a device to try it. */
export const deviceTestName = 'devicetest';

export interface SoftphoneState {
  readonly registration: Registration;
  readonly leg: LegState;
  readonly microphone: MicrophoneProblem | null;
}

export type SoftphoneEvent =
  | { readonly type: 'started' }
  | { readonly type: 'stopped' }
  | { readonly type: 'registered' }
  | { readonly type: 'unreachable' }
  | { readonly type: 'refused' }
  | { readonly type: 'invited'; readonly leg: number; readonly contact: string; readonly queue: string }
  | { readonly type: 'answer' }
  | { readonly type: 'established'; readonly leg: number; readonly at: string }
  | { readonly type: 'hold' }
  | { readonly type: 'held'; readonly leg: number }
  | { readonly type: 'resume' }
  | { readonly type: 'resumed'; readonly leg: number }
  | { readonly type: 'muted' }
  | { readonly type: 'unmuted' }
  | { readonly type: 'carried-over'; readonly from: string; readonly to: string }
  | { readonly type: 'hang-up' }
  | { readonly type: 'withdrawn'; readonly contact: string }
  | { readonly type: 'ended'; readonly leg: number }
  | { readonly type: 'microphone-failed'; readonly problem: MicrophoneProblem }
  | { readonly type: 'microphone-works' };

export const initialSoftphone: SoftphoneState = { registration: 'off', leg: { kind: 'none' }, microphone: null };

/**
 * The softphone, as two regions that run side by side.
 *
 * ```
 * registration:   off ──started──▶ connecting ──registered──▶ registered
 *                  ▲                 │   ▲  ▲                   │    │
 *                  │ stopped         │   │  └───registered── lost ◀──┘ unreachable
 *                  │ (no leg only)   └───┴─────refused──▶ refused ──registered──▶ registered
 *
 * leg:   none ──invited──▶ ringing ──answer──▶ answering ──established──▶ talking ─┐
 *         ▲                 │  │ ▲                │ │                      │  │    │ hold, held, resume, resumed,
 *         │   withdrawn,    │  │ └─microphone-────┘ │                      │  └────┘ muted, unmuted
 *         ├───ended─────────┘  │   failed           │ hang-up              │ hang-up      carried-over
 *         │                    └──hang-up──▶ ending ◀──────────────────────┘
 *         └──────────────────────ended──────────┘      (ended leads to none from everywhere)
 * ```
 *
 * An event that has no arrow from the present state changes nothing: the same object comes back, and its caller acts
 * only on a change. News of a leg that is not the present one is such an event.
 */
export function transition(state: SoftphoneState, event: SoftphoneEvent): SoftphoneState {
  switch (event.type) {
    case 'started':
      return state.registration === 'off' ? { ...state, registration: 'connecting' } : state;
    case 'stopped':
      return state.leg.kind === 'none' && state.registration !== 'off' ? { ...state, registration: 'off' } : state;
    case 'registered':
    case 'unreachable':
    case 'refused':
      return register(state, event.type);
    case 'microphone-failed':
      return failMicrophone(state, event.problem);
    case 'microphone-works':
      return state.microphone === null ? state : { ...state, microphone: null };
    case 'invited':
    case 'answer':
    case 'established':
    case 'hang-up':
    case 'withdrawn':
    case 'ended': {
      const leg = moveLeg(state.leg, event);
      return leg === state.leg ? state : { ...state, leg };
    }
    case 'hold':
    case 'held':
    case 'resume':
    case 'resumed':
    case 'muted':
    case 'unmuted':
    case 'carried-over': {
      const leg = adjustTalk(state.leg, event);
      return leg === state.leg ? state : { ...state, leg };
    }
  }
}

const registrations = { registered: 'registered', unreachable: 'lost', refused: 'refused' } as const;

function register(state: SoftphoneState, type: keyof typeof registrations): SoftphoneState {
  const registration = registrations[type];
  return state.registration === 'off' || state.registration === registration ? state : { ...state, registration };
}

function failMicrophone(state: SoftphoneState, problem: MicrophoneProblem): SoftphoneState {
  const leg: LegState = state.leg.kind === 'answering' ? { ...state.leg, kind: 'ringing' } : state.leg;
  return leg === state.leg && state.microphone === problem ? state : { ...state, leg, microphone: problem };
}

type Move = Extract<
  SoftphoneEvent,
  { type: 'invited' | 'answer' | 'established' | 'hang-up' | 'withdrawn' | 'ended' }
>;

function moveLeg(leg: LegState, event: Move): LegState {
  switch (event.type) {
    case 'invited':
      return leg.kind === 'none'
        ? { kind: 'ringing', leg: event.leg, contact: event.contact, queue: event.queue }
        : leg;
    case 'answer':
      return leg.kind === 'ringing' ? { ...leg, kind: 'answering' } : leg;
    case 'established':
      return leg.kind === 'answering' && leg.leg === event.leg
        ? { ...leg, kind: 'talking', since: event.at, hold: 'none', muted: false }
        : leg;
    case 'hang-up':
      return leg.kind === 'none' || leg.kind === 'ending'
        ? leg
        : { kind: 'ending', leg: leg.leg, contact: leg.contact, queue: leg.queue };
    case 'withdrawn':
      return leg.kind === 'ringing' && leg.contact === event.contact ? { kind: 'none' } : leg;
    case 'ended':
      return leg.kind !== 'none' && leg.leg === event.leg ? { kind: 'none' } : leg;
  }
}

type Adjustment = Extract<SoftphoneEvent, { type: 'hold' | 'held' | 'resume' | 'resumed' | 'muted' | 'unmuted' | 'carried-over' }>;

function adjustTalk(leg: LegState, event: Adjustment): LegState {
  if (leg.kind !== 'talking') {
    return leg;
  }
  switch (event.type) {
    case 'hold':
      return leg.hold === 'none' ? { ...leg, hold: 'holding' } : leg;
    case 'held':
      return leg.leg === event.leg && leg.hold !== 'held' ? { ...leg, hold: 'held' } : leg;
    case 'resume':
      return leg.hold === 'held' ? { ...leg, hold: 'resuming' } : leg;
    case 'resumed':
      return leg.leg === event.leg && leg.hold !== 'none' ? { ...leg, hold: 'none' } : leg;
    case 'muted':
      return leg.muted ? leg : { ...leg, muted: true };
    case 'carried-over':
      return leg.contact === event.from ? { ...leg, contact: event.to } : leg;
    case 'unmuted':
      return leg.muted ? { ...leg, muted: false } : leg;
  }
}

import type { AgentView, Consultation, ContactView } from '@/shared/api/views';
import { isDeviceTest, type LegState } from '@/shared/softphone/softphone-state';

interface OfCall {
  readonly call: string;
  readonly queue: string | null;
  readonly contact: ContactView | null;
}

/** How a ringing call can be answered: here, on the desk phone, or not yet because the phone's leg is under way. */
export type AnswerWay = 'here' | 'on-phone' | 'coming';

/** What the desk shows of the present call: one scene, made of what the platform says and what the softphone hears. */
export type CallScene =
  | { readonly kind: 'idle' }
  | ({ readonly kind: 'ringing'; readonly answer: AnswerWay; readonly since: string | null } & OfCall)
  | ({ readonly kind: 'answering' } & OfCall)
  | ({
      readonly kind: 'talking';
      readonly since: string;
      readonly held: boolean;
      readonly consultation: Consultation | null;
    } & TalkLeg &
      OfCall)
  | ({ readonly kind: 'ending' } & OfCall)
  | ({ readonly kind: 'wrap-up'; readonly since: string; readonly deadline: string | null } & OfCall);

interface TalkLeg {
  /** Where the voice is: in this browser or on a SIP phone. */
  readonly phone: 'here' | 'sip';
}

export interface SceneInput {
  readonly me: AgentView | null;
  readonly contacts: ReadonlyMap<string, ContactView>;
  readonly endedCalls: readonly string[];
  readonly leg: LegState;
}

/**
 * A leg that is up decides: the voice is what the agent is in. But when the platform says that this very call is in
 * wrap-up, the PBX has ended the leg and its word for it was lost. Else the platform decides, and an INVITE that came
 * before the platform's word rings already, once: both name the contact. What the platform has ended rings no more.
 */
export function sceneOf(input: SceneInput): CallScene {
  const { me, contacts } = input;
  const leg: LegState = isDeviceTest(input.leg) ? { kind: 'none' } : input.leg;
  const isOver = leg.kind !== 'none' && me?.state === 'wrap-up' && me.call === leg.contact;
  if (!isOver && (leg.kind === 'answering' || leg.kind === 'talking' || leg.kind === 'ending')) {
    return sceneOfLeg(leg, me, contacts.get(leg.contact) ?? null);
  }
  if (me?.call != null && (me.state === 'ringing' || me.state === 'talking' || me.state === 'wrap-up')) {
    return sceneOfPlatform(me, me.call, leg, contacts.get(me.call) ?? null);
  }
  if (leg.kind === 'ringing' && !input.endedCalls.includes(leg.contact)) {
    const contact = contacts.get(leg.contact) ?? null;
    return { kind: 'ringing', answer: 'here', since: null, call: leg.contact, queue: contact?.queue ?? leg.queue, contact };
  }
  return { kind: 'idle' };
}

function sceneOfLeg(
  leg: Extract<LegState, { kind: 'answering' | 'talking' | 'ending' }>,
  me: AgentView | null,
  contact: ContactView | null,
): CallScene {
  const of = { call: leg.contact, queue: contact?.queue ?? leg.queue, contact };
  if (leg.kind !== 'talking') {
    return { kind: leg.kind, ...of };
  }
  const isKnown = me?.state === 'talking' && me.call === leg.contact;
  const since = isKnown ? me.since : leg.since;
  const consultation = isKnown ? me.consultation : null;
  return { kind: 'talking', phone: 'here', held: leg.hold === 'held' || leg.hold === 'resuming', since, consultation, ...of };
}

/** Whose voice goes by a phone that this page does not hold. */
function isElsewhere(me: AgentView): boolean {
  return me.device.kind === 'sip' || me.device.kind === 'mobile';
}

function sceneOfPlatform(me: AgentView, call: string, leg: LegState, contact: ContactView | null): CallScene {
  const of = { call, queue: contact?.queue ?? null, contact };
  switch (me.state) {
    case 'ringing': {
      const isHere = leg.kind === 'ringing' && leg.contact === call;
      return { kind: 'ringing', answer: isHere ? 'here' : isElsewhere(me) ? 'on-phone' : 'coming', since: me.since, ...of };
    }
    case 'talking':
      return isElsewhere(me)
        ? {
            kind: 'talking',
            phone: 'sip',
            held: me.held && me.consultation === null,
            since: me.since,
            consultation: me.consultation,
            ...of,
          }
        : { kind: 'ending', ...of };
    case 'wrap-up':
      return { kind: 'wrap-up', since: me.since, deadline: me.deadline, ...of };
    case 'ready':
    case 'not-ready':
    case 'signed-out':
      return { kind: 'idle' };
  }
}

/** The contact whose ringing the platform has just ended while the phone may still ring for it; `null` when there is none. */
export function withdrawnContact(before: AgentView | null, now: AgentView | null): string | null {
  if (before?.state !== 'ringing' || before.call === null || now === null) {
    return null;
  }
  const goesOn = now.call === before.call && (now.state === 'ringing' || now.state === 'talking');
  return goesOn ? null : before.call;
}

/** The contact that the agent talks with instead of the one before, on the same leg: a colleague's caller was taken over. */
export function takenOver(before: AgentView | null, now: AgentView | null): { from: string; to: string } | null {
  const isOneTalk = before?.state === 'talking' && now?.state === 'talking';
  return isOneTalk && before.call !== null && now.call !== null && before.call !== now.call
    ? { from: before.call, to: now.call }
    : null;
}

/** The contact whose talk is over by the platform's word, while a leg of it may still stand here; `null` when there is none. */
export function endedTalk(before: AgentView | null, now: AgentView | null): string | null {
  if (now?.state === 'wrap-up') {
    return now.call;
  }
  if (takenOver(before, now) !== null) {
    return null;
  }
  const talked = before?.state === 'talking' || before?.state === 'wrap-up';
  return talked && now !== null && now.call !== before.call ? before.call : null;
}

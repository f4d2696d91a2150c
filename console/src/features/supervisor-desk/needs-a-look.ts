import type { AgentView } from '@/shared/api/views';

/** Why a supervisor should look at an agent, gravest first. */
export const lookReasons = [
  'phone-unreachable',
  'missed-offer',
  'long-hold',
  'long-talk',
  'long-wrap-up',
  'long-not-ready',
] as const;
export type LookReason = (typeof lookReasons)[number];

const minute = 60_000;
const longAfterMillis = { hold: 3 * minute, talk: 10 * minute, wrapUp: minute, notReady: 20 * minute };

/** Decides from one agent's view and the platform's time; `null` when all is as it should be. */
export function reasonToLook(agent: AgentView, now: number): LookReason | null {
  const millis = now - Date.parse(agent.since);
  switch (agent.state) {
    case 'not-ready':
      return agent.reason === 'phone-unreachable' || agent.reason === 'missed-offer'
        ? agent.reason
        : millis > longAfterMillis.notReady
          ? 'long-not-ready'
          : null;
    case 'talking':
      return agent.held && millis > longAfterMillis.hold ? 'long-hold' : millis > longAfterMillis.talk ? 'long-talk' : null;
    case 'wrap-up':
      return millis > longAfterMillis.wrapUp ? 'long-wrap-up' : null;
    case 'ready':
    case 'ringing':
    case 'signed-out':
      return null;
  }
}

const stateOrder = ['ringing', 'talking', 'wrap-up', 'ready', 'not-ready', 'signed-out'];

/** Those who need a look first, gravest and longest first; then by state and name, so that rows do not jump about. */
export function sortByNeed(agents: Iterable<AgentView>, now: number): readonly AgentView[] {
  const weight = (agent: AgentView): number => {
    const reason = reasonToLook(agent, now);
    return reason === null ? lookReasons.length : lookReasons.indexOf(reason);
  };
  return [...agents]
    .filter((agent) => agent.state !== 'signed-out')
    .sort((one, other) => {
      const byNeed = weight(one) - weight(other);
      const byState = stateOrder.indexOf(one.state) - stateOrder.indexOf(other.state);
      const byTime = weight(one) < lookReasons.length ? Date.parse(one.since) - Date.parse(other.since) : 0;
      return byNeed || byTime || byState || one.agent.localeCompare(other.agent);
    });
}

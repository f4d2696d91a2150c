import type { AgentView, ContactView, QueueView } from '@/shared/api/views';

export const arrivedAt = '2026-11-23T06:00:00.000000Z';

/** An agent's view with only what a test is about. */
export function anAgent(part: Partial<AgentView> = {}): AgentView {
  return {
    agent: 'agent1',
    displayName: '陈静',
    state: 'ready',
    reason: null,
    nextState: null,
    since: arrivedAt,
    deadline: null,
    call: null,
    held: false,
    consultation: null,
    device: { kind: 'browser', test: null },
    today: { answered: 31, handleMillis: 31 * 192_000 },
    ...part,
  };
}

export function aContact(part: Partial<ContactView> = {}): ContactView {
  return {
    call: '1001',
    kind: 'call',
    from: null,
    about: null,
    queue: 'support',
    stage: 'ringing',
    arrivedAt,
    since: arrivedAt,
    agent: 'agent1',
    offer: '7',
    customer: { id: 'c1', name: '张*', number: '138****8000' },
    quality: null,
    selfService: null,
    listeners: [],
    ...part,
  };
}

export function aQueue(part: Partial<QueueView> = {}): QueueView {
  return {
    queue: 'support',
    waiting: 0,
    longestWaitingSince: null,
    offeredToday: 128,
    answeredToday: 119,
    abandonedToday: 6,
    agents: { ready: 1, ringing: 0, talking: 2, 'wrap-up': 1, 'not-ready': 1 },
    ...part,
  };
}

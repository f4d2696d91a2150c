import type { TransferTargets } from '@/features/agent-desk/transfer/use-transfer-targets';
import type { TransferTarget } from '@/features/agent-desk/transfer/use-transfer';
import type { AgentState } from '@/shared/api/views';

export interface QueueOption {
  readonly kind: 'queue';
  readonly queue: string;
  readonly name: string;
  readonly waiting: number;
  readonly readyAgents: number;
  readonly isFree: true;
  readonly canBeAsked: boolean;
}

export interface AgentOption {
  readonly kind: 'agent';
  readonly user: string;
  readonly name: string;
  readonly state: AgentState;
  readonly isFree: boolean;
  /** Whether the agent can be asked first: whoever is not in a call, ready or not. */
  readonly canBeAsked: boolean;
}

/** Somebody outside, of the client's list. */
export interface OutsideOption {
  readonly kind: 'outside';
  readonly id: string;
  readonly name: string;
  /** Masked. */
  readonly number: string;
  readonly isFree: true;
  readonly canBeAsked: true;
}

export type TransferOption = QueueOption | AgentOption | OutsideOption;

/** Who can be chosen, those first who take the call at once; of these who match what was typed. */
export function optionsOf(targets: TransferTargets, typed: string, queueName: (code: string) => string): readonly TransferOption[] {
  const wanted = typed.trim().toLowerCase();
  const agents = targets.agents.map(
    (agent): AgentOption => ({
      kind: 'agent',
      user: agent.agent,
      name: agent.displayName,
      state: agent.state,
      isFree: agent.state === 'ready',
      canBeAsked: agent.state === 'ready' || agent.state === 'not-ready',
    }),
  );
  const queues = targets.queues.map(
    (queue): QueueOption => ({
      kind: 'queue',
      queue: queue.queue,
      name: queueName(queue.queue),
      waiting: queue.waiting,
      readyAgents: queue.readyAgents,
      isFree: true,
      canBeAsked: queue.readyAgents > 0,
    }),
  );
  const outside = targets.outsideNumbers.map(
    ({ id, label, number }): OutsideOption => ({ kind: 'outside', id, name: label, number, isFree: true, canBeAsked: true }),
  );
  const free = agents.filter((agent) => agent.isFree);
  const all: TransferOption[] = [...free, ...queues, ...outside, ...agents.filter((agent) => !agent.isFree)];
  return all.filter((option) => wordsOf(option).some((word) => word.toLowerCase().includes(wanted)));
}

function wordsOf(option: TransferOption): readonly string[] {
  switch (option.kind) {
    case 'queue':
      return [option.name, option.queue];
    case 'agent':
      return [option.name, option.user];
    case 'outside':
      return [option.name];
  }
}

export function targetOf(option: TransferOption): TransferTarget {
  switch (option.kind) {
    case 'queue':
      return { queue: option.queue };
    case 'agent':
      return { agent: option.user };
    case 'outside':
      return { outsideNumber: option.id };
  }
}

export function idOf(option: TransferOption): string {
  switch (option.kind) {
    case 'queue':
      return `queue-${option.queue}`;
    case 'agent':
      return `agent-${option.user}`;
    case 'outside':
      return `outside-${option.id}`;
  }
}

import type { CallDetails, Step } from '@/shared/calls/use-call-details';

/** A step with the time since the step before it, and whether that time is people's: no property of the machine. */
export interface Row extends Step {
  readonly isPersons: boolean;
}

const peoples = new Set(['flow', 'waited', 'answered']);

/**
 * The steps of a call, with those put in between that end what people took their time for: the flow ends where the
 * caller queues, and the wait where the last offer is made.
 */
export function rowsOf({ waterfall, journey, offers }: Pick<CallDetails, 'waterfall' | 'journey' | 'offers'>): readonly Row[] {
  const queuedAt = journey?.steps.find(({ kind }) => kind === 'queued')?.at ?? null;
  const offeredAt = offers.at(-1)?.offeredAt ?? null;
  const steps = [...waterfall];
  insert(steps, 'flow', queuedAt, 'announced', 'durable');
  insert(steps, 'waited', offeredAt, 'durable', 'originate');
  return steps.map((step) => ({ ...step, isPersons: peoples.has(step.step) }));
}

/** Between two neighbours alone, and only where it came later than the first of them. */
function insert(steps: Step[], step: string, at: string | null, after: string, before: string): void {
  const place = steps.findIndex((candidate) => candidate.step === before);
  const first = steps[place - 1];
  const second = steps[place];
  if (at === null || first?.step !== after || second === undefined) {
    return;
  }
  if (between(first.at, at) > 0 && between(at, second.at) >= 0) {
    steps.splice(place, 1, { step, at, micros: between(first.at, at) }, { ...second, micros: between(at, second.at) });
  }
}

function between(from: string, to: string): number {
  return microsOf(to) - microsOf(from);
}

/** An instant in microseconds: dates know milliseconds alone. */
function microsOf(instant: string): number {
  const fraction = (/\.(\d{1,6})/.exec(instant)?.[1] ?? '').padEnd(6, '0');
  return Math.floor(Date.parse(instant) / 1000) * 1_000_000 + Number(fraction);
}

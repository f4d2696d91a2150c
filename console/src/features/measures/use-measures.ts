import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { request } from '@/shared/api/request';
import { instantSchema, orNull } from '@/shared/api/views';
import { agentFigures, queueFigures } from '@/shared/measures/measure-ids';

const figure = orNull(z.number());

function figuresOf<T extends string>(names: readonly T[]) {
  return z.record(z.string(), z.unknown()).transform((all) => new Map(names.map((name) => [name, figure.catch(null).parse(all[name])])));
}

const queueSchema = z.object({ queue: z.string() }).and(z.object({}).loose()).transform((row) => ({
  queue: row.queue,
  figures: figuresOf(queueFigures).parse(row),
}));
const agentSchema = z.object({ agent: z.string() }).and(z.object({}).loose()).transform((row) => ({
  agent: row.agent,
  figures: figuresOf(agentFigures).parse(row),
}));
export type QueueRow = z.infer<typeof queueSchema>;
export type AgentRow = z.infer<typeof agentSchema>;

/** Calls, or microseconds where the measure's name says so. */
const value = orNull(z.number());

const agreementSchema = z.object({
  state: z.enum(['agrees', 'differs', 'unknown']),
  since: orNull(instantSchema),
  checkedAt: orNull(instantSchema),
  position: orNull(z.union([z.number(), z.string()])),
  differences: z
    .array(
      z.object({
        measure: z.string(),
        queue: orNull(z.string()),
        agent: orNull(z.string()),
        live: value,
        historic: value,
        perAgent: value,
        journal: value,
      }),
    )
    .default([]),
});
export type Agreement = z.infer<typeof agreementSchema>;
export type Difference = Agreement['differences'][number];

const measuresSchema = z.object({
  asOf: instantSchema,
  position: orNull(z.union([z.number(), z.string()])),
  day: z.string(),
  queues: z.array(queueSchema),
  agents: z.array(agentSchema),
  agreement: agreementSchema,
});

const refreshMillis = 5_000;

/** GET /api/measures: a day's figures, and whether all ways of counting agree; without a day, today by the site's clock. */
export function useMeasures(day: string | null) {
  return useQuery({
    queryKey: ['measures', day],
    queryFn: ({ signal }) => request(measuresSchema, day === null ? '/api/measures' : `/api/measures?day=${day}`, { signal }),
    refetchInterval: refreshMillis,
  });
}

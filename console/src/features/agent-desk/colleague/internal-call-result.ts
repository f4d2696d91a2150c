import { z } from 'zod';
import { request } from '@/shared/api/request';

const results = ['talked', 'declined', 'no-answer', 'not-free', 'unreachable', 'given-up'] as const;
const outcomeSchema = z.object({ result: z.enum(results).nullish() });

export type InternalCallResult = (typeof results)[number];

/** GET /api/agent/internal-calls/{id}: what came of calling the colleague; null where nobody knows. */
export async function fetchInternalCallResult(call: string): Promise<InternalCallResult | null> {
  const outcome = await request(outcomeSchema, `/api/agent/internal-calls/${encodeURIComponent(call)}`);
  return outcome.result ?? null;
}

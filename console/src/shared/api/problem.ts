import { z } from 'zod';

/** RFC 9457 problem details as the platform sends them: `rule` names the rule that refused, `field` what is wrong. */
export const problemSchema = z.object({
  title: z.string().nullish(),
  detail: z.string().nullish(),
  status: z.number().nullish(),
  rule: z.string().nullish(),
  field: z.string().nullish(),
  retryAfterSeconds: z.number().nullish(),
  /** Codes in the field that name nothing. */
  unknown: z.array(z.string()).nullish(),
  /** Of a file: each line that is wrong, with its field. */
  lines: z.array(z.object({ line: z.number(), field: z.string(), expected: z.string() })).nullish(),
});

export type Problem = z.infer<typeof problemSchema>;

/** What became of a request that did not succeed. `status` 0 means that the platform was not reached at all. */
export class RequestError extends Error {
  readonly status: number;
  readonly problem: Problem;

  constructor(status: number, problem: Problem) {
    super(`request refused with ${status}${problem.rule ? ` by ${problem.rule}` : ''}`);
    this.name = 'RequestError';
    this.status = status;
    this.problem = problem;
  }

  get isUnreachable(): boolean {
    return this.status === 0 || this.status === 502 || this.status === 503 || this.status === 504;
  }

  /** Small print that a person can read out to support. */
  get code(): string {
    return this.problem.rule ?? (this.status === 0 ? 'network' : `http-${this.status}`);
  }
}

/** Any thrown value as a RequestError, so that every place that shows an error shows the same kind. */
export function asRequestError(error: unknown): RequestError {
  return error instanceof RequestError ? error : new RequestError(-1, { rule: 'console.unexpected' });
}

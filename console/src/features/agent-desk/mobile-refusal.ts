import type { RequestError } from '@/shared/api/problem';

const rules = ['device.mobile-off', 'device.mobile-none', 'device.mobile-prompt', 'device.mobile-agents-only', 'device.mobile-answers-only'] as const;

/** The words for a refusal that has to do with the agent's mobile; `null` for any other. */
export function mobileRefusal(error: RequestError): `phone.mobileRefused.${(typeof rules)[number]}` | null {
  const rule = rules.find((known) => known === error.problem.rule);
  return rule === undefined ? null : `phone.mobileRefused.${rule}`;
}

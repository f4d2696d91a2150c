import type { RequestError } from '@/shared/api/problem';

const rules = [
  'device-test.failed',
  'device-test.missing',
  'device-test.running',
  'device-test.state',
  'device-test.no-device',
  'device-test.busy',
  'device-test.mobile',
] as const;

/** The words for a refusal that has to do with the test of the phone; `null` for any other. */
export function deviceTestRefusal(error: RequestError): `deviceTest.refused.${(typeof rules)[number]}` | null {
  const rule = rules.find((known) => known === error.problem.rule);
  return rule === undefined ? null : `deviceTest.refused.${rule}`;
}

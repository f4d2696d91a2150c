/** The gate's words, as the platform writes them. */
export const purposes = ['callback', 'information', 'service-notice', 'survey'] as const;
/** The rules without the `gate.` before each. */
export const gateRules = [
  'outbound-off',
  'purpose',
  'number',
  'do-not-call',
  'voucher',
  'hours',
  'frequency',
  'own-number',
  'own-number-frequency',
  'outside-number',
  'agent-device',
  'trunk',
] as const;

/** The one of the known words that was written; `undefined` when it is none of them. */
export function oneOf<Word extends string>(words: readonly Word[], written: string): Word | undefined {
  return words.find((word) => word === written);
}

/** The rule of a refusal such as `gate.hours:closed`; `undefined` when it is none that is known here. */
export function ruleOf(written: string): (typeof gateRules)[number] | undefined {
  return oneOf(gateRules, written.replace(/^gate\./, '').split(':')[0] ?? '');
}

import { useTranslation } from 'react-i18next';
import { callOutcomes, offerOutcomes } from '@/shared/calls/call-schema';

const inks: Readonly<Record<string, string>> = {
  answered: 'ready',
  abandoned: 'wrap-up',
  'timed-out': 'wrap-up',
  missed: 'wrap-up',
  declined: 'wrap-up',
  refused: 'alarm',
  failed: 'alarm',
  lost: 'alarm',
};

function ink(outcome: string | null): string {
  return `var(--kz-ink-${inks[outcome ?? ''] ?? 'signed-out'})`;
}

/** How a call came out, in a word and a colour. */
export function OutcomeTag({ outcome }: { outcome: string | null }) {
  const { t } = useTranslation();
  const known = callOutcomes.find((candidate) => candidate === outcome);
  const words = known ? t(`common.outcome.${known}`) : (outcome ?? t('common.outcome.in-progress'));
  return <span style={{ color: ink(outcome), fontWeight: 600, whiteSpace: 'nowrap' }}>{words}</span>;
}

/** How an offer to an agent came out. */
export function OfferOutcomeTag({ outcome }: { outcome: string | null }) {
  const { t } = useTranslation();
  const known = offerOutcomes.find((candidate) => candidate === outcome);
  const words = known ? t(`common.offerOutcome.${known}`) : (outcome ?? t('common.offerOutcome.open'));
  return <span style={{ color: ink(outcome), fontWeight: 600, whiteSpace: 'nowrap' }}>{words}</span>;
}

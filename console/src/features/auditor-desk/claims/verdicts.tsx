import { useTranslation } from 'react-i18next';
import { Verdict } from '@/shared/ui/verdict';
import type { ClaimState, Run } from '@/features/auditor-desk/claims/claim-schema';

const claimKinds = { green: 'good', red: 'bad', unproven: 'open', document: 'paper' } as const;

export function ClaimVerdict({ state }: { state: ClaimState }) {
  const { t } = useTranslation();
  return <Verdict kind={claimKinds[state]} word={t(`claims.state.${state}`)} />;
}

const runKinds = { holds: 'good', disproved: 'bad', failed: 'open', running: 'running' } as const;

export function RunVerdict({ run }: { run: Run }) {
  const { t } = useTranslation();
  const outcome = run.outcome ?? 'running';
  return <Verdict kind={runKinds[outcome]} word={t(`claims.outcome.${outcome}`)} />;
}

/** How a probe works, in words where this console knows it. */
export function useProbeName(): (probe: string) => string {
  const { t } = useTranslation();
  return (probe) => {
    const known = probes.find((candidate) => candidate === probe);
    return known ? t(`claims.probes.${known}`) : probe;
  };
}

const probes = ['call-chain', 'stored-ciphertext', 'tamper-evident', 'equipment-list', 'role-refused'] as const;

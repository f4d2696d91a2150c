import { useTranslation } from 'react-i18next';
import { asRequestError } from '@/shared/api/problem';
import { ProblemNotice } from '@/shared/ui/problem-notice';

/** Why a call was not handed on; what the gate to the outside refused is said as such. */
export function TransferProblem({ error }: { error: unknown }) {
  const { t } = useTranslation();
  const { code } = asRequestError(error);
  if (!code.startsWith('gate.')) {
    return <ProblemNotice error={error} />;
  }
  return <ProblemNotice error={error} title={t(code === 'gate.outbound-off' ? 'agent.transfer.outboundOff' : 'agent.transfer.gateRefused')} />;
}

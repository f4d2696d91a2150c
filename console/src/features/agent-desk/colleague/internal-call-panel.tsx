import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Consultation } from '@/shared/api/views';
import { Elapsed } from '@/shared/ui/elapsed';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import { HangUpIcon } from '@/features/agent-desk/call/hang-up-icon';
import { useEndInternalCall } from '@/features/agent-desk/colleague/use-end-internal-call';
import styles from '@/features/agent-desk/consultation/consultation-panel.module.css';

interface InternalCallPanelProps {
  readonly call: string;
  /** The colleague, once called; `null` on the called one's desk. */
  readonly colleague: Consultation | null;
  /** Whether the voice is here, and so the way to hang up. */
  readonly isHere: boolean;
}

/** How far a call between two colleagues is, and its end for those whose voice is on a desk phone. */
export function InternalCallPanel({ call, colleague, isHere }: InternalCallPanelProps) {
  const { t } = useTranslation();
  const end = useEndInternalCall(call);
  const isCalling = colleague?.state === 'ringing';
  if (isHere && colleague === null) {
    return null;
  }
  return (
    <section className={styles['panel']} aria-label={t('agent.colleague.panel')} data-state={isCalling ? 'ringing' : 'conference'}>
      {colleague === null ? null : (
        <div className={styles['who']} role="status">
          {t(isCalling ? 'agent.colleague.calling' : 'agent.colleague.talking', { name: colleague.displayName })}{' '}
          <Elapsed since={colleague.since} />
        </div>
      )}
      {isHere ? null : (
        <div className={styles['acts']}>
          <Button danger icon={<HangUpIcon />} loading={end.isPending} onClick={() => end.mutate()}>
            {t('agent.colleague.end')}
          </Button>
        </div>
      )}
      {end.isError ? <ProblemNotice error={end.error} /> : null}
    </section>
  );
}

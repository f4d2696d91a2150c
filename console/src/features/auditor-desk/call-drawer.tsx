import { Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CallerJourney } from '@/shared/calls/caller-journey';
import { CallExplanation } from '@/shared/calls/call-explanation';
import { CallFacts } from '@/shared/calls/call-facts';
import { CallLines } from '@/shared/calls/call-lines';
import { OutsideLegs } from '@/shared/calls/outside-legs';
import { useCallDetails } from '@/shared/calls/use-call-details';
import { RecordingPlayer } from '@/shared/recordings/recording-player';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import { SideSheet } from '@/shared/ui/side-sheet';
import { CallOffers } from '@/features/auditor-desk/call-offers';
import { CallWaterfall } from '@/features/auditor-desk/call-waterfall';
import { HandledBy } from '@/features/auditor-desk/handled-by';
import { CallPacks } from '@/features/auditor-desk/packs/call-packs';
import { CallRetention } from '@/features/auditor-desk/retention/call-retention';
import { WhoLooked } from '@/features/auditor-desk/who-looked';
import styles from '@/features/auditor-desk/auditor-desk-page.module.css';

/** All that is known of one call: why it went where it went, its voice, its times, who looked at it, and its packs. */
export function CallDrawer({ call, onClose }: { call: string | null; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <SideSheet open={call !== null} onClose={onClose} size={680} title={call === null ? '' : t('calls.drawer', { id: call })}>
      {call === null ? null : <CallFile key={call} id={call} />}
    </SideSheet>
  );
}

function CallFile({ id }: { id: string }) {
  const { t } = useTranslation();
  const details = useCallDetails(id);
  if (details.isPending) {
    return <Skeleton active paragraph={{ rows: 10 }} />;
  }
  if (details.isError) {
    return <ProblemNotice error={details.error} onRetry={() => void details.refetch()} />;
  }
  const call = details.data;
  return (
    <div className={styles['drawer']}>
      <Part title={t('calls.why')}>
        <CallExplanation id={id} />
      </Part>
      <Part title={t('recording.title')}>
        <RecordingPlayer call={call} />
      </Part>
      <Part title={t('retention.title')}>
        <CallRetention call={call} />
      </Part>
      <Part title={t('packs.ofCall')}>
        <CallPacks call={id} isOver={call.endedAt !== null} />
      </Part>
      <Part title={t('calls.facts')}>
        <CallFacts call={call} />
      </Part>
      {call.outsideLegs.length === 0 ? null : (
        <Part title={t('calls.outside.title')}>
          <OutsideLegs call={call} />
        </Part>
      )}
      {call.journey ? (
        <Part title={t('journey.title')}>
          <CallerJourney journey={call.journey} />
        </Part>
      ) : null}
      <Part title={t('quality.title')}>
        <CallLines lines={call.lines} />
      </Part>
      <Part title={t('waterfall.title')}>
        <CallWaterfall call={call} />
      </Part>
      <Part title={t('calls.offers')}>
        <CallOffers offers={call.offers} />
      </Part>
      {call.agent && call.answeredAt ? <HandledBy agent={call.agent} at={call.answeredAt} /> : null}
      <Part title={t('ledger.looked')}>
        <WhoLooked call={id} />
      </Part>
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

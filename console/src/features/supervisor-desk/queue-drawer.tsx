import { ArrowLeftOutlined } from '@ant-design/icons';
import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useConfiguredName } from '@/shared/api/use-configuration';
import { useCallColumns } from '@/shared/calls/call-columns';
import { CallerJourney } from '@/shared/calls/caller-journey';
import { CallFacts } from '@/shared/calls/call-facts';
import { CallsTable } from '@/shared/calls/calls-table';
import { OutsideLegs } from '@/shared/calls/outside-legs';
import { useCallDetails } from '@/shared/calls/use-call-details';
import { startOfToday } from '@/shared/calls/use-calls';
import { useLive } from '@/shared/live/live-context';
import { RecordingPlayer } from '@/shared/recordings/recording-player';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import { QuietEmpty } from '@/shared/ui/quiet-empty';
import { SideSheet } from '@/shared/ui/side-sheet';
import { CallNow } from '@/features/supervisor-desk/agent-drawer';
import { SuperviseWaiting } from '@/features/supervisor-desk/supervise';
import { WhyWaiting } from '@/features/supervisor-desk/why-waiting';
import styles from '@/features/supervisor-desk/drawers.module.css';

/** Which calls stand behind a queue's figure. */
export interface QueueQuestion {
  readonly queue: string;
  readonly what: 'waiting' | 'offered' | 'answered' | 'abandoned';
}

const titles = { waiting: 'waitingCalls', offered: 'callsOffered', answered: 'callsAnswered', abandoned: 'callsAbandoned' } as const;

export function QueueDrawer({ question, onClose }: { question: QueueQuestion | null; onClose: () => void }) {
  const { t } = useTranslation();
  const queueName = useConfiguredName('queues');
  return (
    <SideSheet
      open={question !== null}
      onClose={onClose}
      size={question?.what === 'waiting' ? 460 : 760}
      title={question ? t(`supervisor.drawer.${titles[question.what]}`, { queue: queueName(question.queue) }) : ''}
    >
      {question === null ? null : question.what === 'waiting' ? (
        <WaitingCalls queue={question.queue} />
      ) : (
        <CallsOfToday queue={question.queue} outcome={question.what === 'offered' ? undefined : question.what} />
      )}
    </SideSheet>
  );
}

function WaitingCalls({ queue }: { queue: string }) {
  const { t } = useTranslation();
  const contacts = useLive((state) => state.contacts);
  const waiting = [...contacts.values()]
    .filter((contact) => contact.queue === queue && contact.stage === 'waiting')
    .sort((one, other) => Date.parse(one.arrivedAt) - Date.parse(other.arrivedAt));
  if (waiting.length === 0) {
    return <QuietEmpty title={t('supervisor.drawer.nobodyWaits')} />;
  }
  return (
    <ol className={styles['drawer']}>
      {waiting.map((contact) => (
        <li key={contact.call} className={styles['waitingCall']}>
          <CallNow contact={contact} />
          <SuperviseWaiting contact={contact} />
          <WhyWaiting call={contact.call} />
        </li>
      ))}
    </ol>
  );
}

/** The calls of today; one of them opened shows what is on record, and its voice. */
function CallsOfToday({ queue, outcome }: { queue: string; outcome: string | undefined }) {
  const { t } = useTranslation();
  const [from] = useState(startOfToday);
  const [call, setCall] = useState<string | null>(null);
  const columns = useCallColumns();
  if (call === null) {
    return <CallsTable filter={{ queue, outcome, from }} columns={columns} onOpen={({ id }) => setCall(id)} />;
  }
  return (
    <div className={styles['drawer']}>
      <div>
        <Button icon={<ArrowLeftOutlined aria-hidden />} onClick={() => setCall(null)}>
          {t('supervisor.drawer.backToCalls')}
        </Button>
      </div>
      <PastCall id={call} />
    </div>
  );
}

function PastCall({ id }: { id: string }) {
  const { t } = useTranslation();
  const call = useCallDetails(id);
  if (call.isPending) {
    return <Skeleton active paragraph={{ rows: 8 }} />;
  }
  if (call.isError) {
    return <ProblemNotice error={call.error} onRetry={() => void call.refetch()} />;
  }
  return (
    <>
      <section>
        <h3>{t('recording.title')}</h3>
        <RecordingPlayer call={call.data} />
      </section>
      <section>
        <h3>{t('calls.facts')}</h3>
        <CallFacts call={call.data} />
      </section>
      {call.data.outsideLegs.length === 0 ? null : (
        <section>
          <h3>{t('calls.outside.title')}</h3>
          <OutsideLegs call={call.data} />
        </section>
      )}
      {call.data.journey ? (
        <section>
          <h3>{t('journey.title')}</h3>
          <CallerJourney journey={call.data.journey} />
        </section>
      ) : null}
    </>
  );
}

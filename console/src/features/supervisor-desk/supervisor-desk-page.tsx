import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmergencyBanner } from '@/shared/live/emergency-banner';
import { LiveProvider, useLive } from '@/shared/live/live-context';
import { SignedOutDialog } from '@/shared/live/signed-out-dialog';
import { MessagesButton } from '@/shared/messages/messages-button';
import { CalendarNotice } from '@/shared/calendar/calendar-notice';
import { NumberLimitNotice } from '@/shared/outside/number-limit-notice';
import type { Me } from '@/shared/session/me';
import { makeBrowserSoftphone } from '@/shared/softphone/browser-softphone';
import type { Softphone } from '@/shared/softphone/softphone';
import { SoftphoneProvider } from '@/shared/softphone/softphone-context';
import { useDefaultDevice } from '@/shared/softphone/use-default-device';
import { AccountMenu } from '@/shared/ui/account-menu';
import { ConnectionBar } from '@/shared/ui/connection-bar';
import { DeskNav } from '@/shared/ui/desk-nav';
import { TopBar } from '@/shared/ui/top-bar';
import { AgentDrawer } from '@/features/supervisor-desk/agent-drawer';
import { AgentsPanel } from '@/features/supervisor-desk/agents-panel';
import { CallbacksButton } from '@/features/supervisor-desk/callbacks/callbacks-button';
import { EmergencyButton } from '@/features/supervisor-desk/emergency-button';
import { EmergencyDialog } from '@/features/supervisor-desk/emergency-dialog';
import { NuisanceButton } from '@/features/supervisor-desk/nuisance-button';
import { ListeningBar } from '@/features/supervisor-desk/listening/listening-bar';
import { DeviceSwitch } from '@/features/supervisor-desk/own-call/device-switch';
import { OwnCallBar } from '@/features/supervisor-desk/own-call/own-call-bar';
import { useEmergency } from '@/features/supervisor-desk/use-emergency';
import { QueueDrawer, type QueueQuestion } from '@/features/supervisor-desk/queue-drawer';
import { QueuesPanel } from '@/features/supervisor-desk/queues-panel';
import styles from '@/features/supervisor-desk/supervisor-desk-page.module.css';

interface SupervisorDeskPageProps {
  readonly me: Me;
  readonly makeSoftphone?: () => Softphone;
  /** What is done with a talk that the supervisor has. */
  readonly ownTalk: ReactNode;
}

/** Queues on the left, agents on the right, all from one live view; what stands behind a figure in a drawer. */
export function SupervisorDeskPage({ me, makeSoftphone = makeBrowserSoftphone, ownTalk }: SupervisorDeskPageProps) {
  const [softphone] = useState(makeSoftphone);
  return (
    <LiveProvider user={me.user}>
      <WithSoftphone softphone={softphone} me={me} ownTalk={ownTalk} />
    </LiveProvider>
  );
}

/** Supervisors listen in on this desk, so it is a telephone, too. */
function WithSoftphone({ softphone, me, ownTalk }: { softphone: Softphone; me: Me; ownTalk: ReactNode }) {
  const isDevice = useLive((state) => state.me?.device.kind === 'browser');
  useDefaultDevice();
  return (
    <SoftphoneProvider softphone={softphone} isDevice={isDevice}>
      <Floor me={me} ownTalk={ownTalk} />
    </SoftphoneProvider>
  );
}

function Floor({ me, ownTalk }: { me: Me; ownTalk: ReactNode }) {
  const { t } = useTranslation();
  const emergency = useEmergency();
  const [agent, setAgent] = useState<string | null>(null);
  const [isSwitchOpen, setSwitchOpen] = useState(false);
  const [question, setQuestion] = useState<QueueQuestion | null>(null);
  return (
    <>
      <div className={styles['page']}>
        <TopBar title={t('supervisor.title')} end={<AccountMenu me={me} />}>
          <DeskNav role={me.role} />
          <Summary />
          <div className={styles['lists']}>
            <MessagesButton canCallBack={false} />
            <CallbacksButton />
            <NuisanceButton />
            <DeviceSwitch />
          </div>
          <EmergencyButton onOpen={() => setSwitchOpen(true)} />
        </TopBar>
        <ConnectionBar />
        <NumberLimitNotice />
        <CalendarNotice />
        <EmergencyBanner emergency={emergency} onOpen={() => setSwitchOpen(true)} />
        <ListeningBar user={me.user} />
        <OwnCallBar />
        <main className={styles['main']}>
          <div className={styles['talk']}>{ownTalk}</div>
          <QueuesPanel onAsk={setQuestion} />
          <AgentsPanel onOpen={setAgent} />
        </main>
      </div>
      <AgentDrawer agent={agent} user={me.user} onClose={() => setAgent(null)} />
      <QueueDrawer question={question} onClose={() => setQuestion(null)} />
      {isSwitchOpen ? <EmergencyDialog onClose={() => setSwitchOpen(false)} /> : null}
      <SignedOutDialog user={me.user} />
    </>
  );
}

/** The floor in one line. */
function Summary() {
  const { t } = useTranslation();
  const queues = useLive((state) => state.queues);
  const agents = useLive((state) => state.agents);
  const isThere = useLive((state) => state.hasSnapshot);
  if (!isThere) {
    return null;
  }
  const count = (wanted: string) => [...agents.values()].filter((agent) => agent.state === wanted).length;
  const waiting = [...queues.values()].reduce((sum, queue) => sum + queue.waiting, 0);
  return (
    <p className={styles['summary']}>
      <span>{t('supervisor.summary', { ready: count('ready'), talking: count('talking'), waiting })}</span>
    </p>
  );
}

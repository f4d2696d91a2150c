import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LiveProvider, useLive } from '@/shared/live/live-context';
import { SignedOutDialog } from '@/shared/live/signed-out-dialog';
import { MessagesButton } from '@/shared/messages/messages-button';
import { NumberLimitNotice } from '@/shared/outside/number-limit-notice';
import type { Me } from '@/shared/session/me';
import { AccountMenu } from '@/shared/ui/account-menu';
import { ConnectionBar } from '@/shared/ui/connection-bar';
import { DeskNav } from '@/shared/ui/desk-nav';
import { TopBar } from '@/shared/ui/top-bar';
import { AgentDrawer } from '@/features/supervisor-desk/agent-drawer';
import { AgentsPanel } from '@/features/supervisor-desk/agents-panel';
import { EmergencyBanner } from '@/features/supervisor-desk/emergency-banner';
import { EmergencyButton } from '@/features/supervisor-desk/emergency-button';
import { EmergencyDialog } from '@/features/supervisor-desk/emergency-dialog';
import { NuisanceButton } from '@/features/supervisor-desk/nuisance-button';
import { QueueDrawer, type QueueQuestion } from '@/features/supervisor-desk/queue-drawer';
import { QueuesPanel } from '@/features/supervisor-desk/queues-panel';
import styles from '@/features/supervisor-desk/supervisor-desk-page.module.css';

/** Queues on the left, agents on the right, all from one live view; what stands behind a figure in a drawer. */
export function SupervisorDeskPage({ me }: { me: Me }) {
  const { t } = useTranslation();
  const [agent, setAgent] = useState<string | null>(null);
  const [isSwitchOpen, setSwitchOpen] = useState(false);
  const [question, setQuestion] = useState<QueueQuestion | null>(null);
  return (
    <LiveProvider user={me.user}>
      <div className={styles['page']}>
        <TopBar title={t('supervisor.title')} end={<AccountMenu me={me} />}>
          <DeskNav role={me.role} />
          <Summary />
          <MessagesButton canCallBack={false} />
          <NuisanceButton />
          <EmergencyButton onOpen={() => setSwitchOpen(true)} />
        </TopBar>
        <ConnectionBar />
        <NumberLimitNotice />
        <EmergencyBanner onOpen={() => setSwitchOpen(true)} />
        <main className={styles['main']}>
          <QueuesPanel onAsk={setQuestion} />
          <AgentsPanel onOpen={setAgent} />
        </main>
      </div>
      <AgentDrawer agent={agent} onClose={() => setAgent(null)} />
      <QueueDrawer question={question} onClose={() => setQuestion(null)} />
      {isSwitchOpen ? <EmergencyDialog onClose={() => setSwitchOpen(false)} /> : null}
      <SignedOutDialog user={me.user} />
    </LiveProvider>
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
      {t('supervisor.summary', { ready: count('ready'), talking: count('talking'), waiting })}
    </p>
  );
}

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useConfiguredName } from '@/shared/api/use-configuration';
import type { AgentView, ContactView } from '@/shared/api/views';
import { startOfToday } from '@/shared/calls/use-calls';
import { formatClock } from '@/shared/format/time';
import { StateTimeline } from '@/shared/intervals/state-timeline';
import { useLive } from '@/shared/live/live-context';
import { Elapsed } from '@/shared/ui/elapsed';
import { Facts } from '@/shared/ui/facts';
import { StateTag } from '@/shared/ui/state-tag';
import { SideSheet } from '@/shared/ui/side-sheet';
import { LineMark } from '@/features/supervisor-desk/line-mark';
import { ListeningControls } from '@/features/supervisor-desk/listening/listening-controls';
import { AgentSkillMoves } from '@/features/supervisor-desk/skill-moves/agent-skill-moves';
import { SuperviseAgent } from '@/features/supervisor-desk/supervise';
import styles from '@/features/supervisor-desk/drawers.module.css';

/** One agent now: state, the call and its facts, live; and the states of today. */
export function AgentDrawer({ agent, user, onClose }: { agent: string | null; user: string; onClose: () => void }) {
  const { t } = useTranslation();
  const view = useLive((state) => (agent === null ? undefined : state.agents.get(agent)));
  return (
    <SideSheet
      open={agent !== null}
      onClose={onClose}
      size={460}
      title={view ? t('supervisor.drawer.agent', { name: view.displayName }) : ''}
    >
      {view ? <AgentNow view={view} user={user} /> : null}
    </SideSheet>
  );
}

function AgentNow({ view, user }: { view: AgentView; user: string }) {
  const { t } = useTranslation();
  const reasonName = useConfiguredName('reasons');
  const contact = useLive((state) => (view.call ? state.contacts.get(view.call) : undefined));
  const [range] = useState(() => ({ from: startOfToday(), to: new Date(Date.parse(startOfToday()) + 86_400_000).toISOString() }));
  return (
    <div className={styles['drawer']}>
      <div className={styles['state']}>
        <StateTag state={view.state} held={view.held} reason={view.reason && view.state === 'not-ready' ? reasonName(view.reason) : null} />
        <Elapsed since={view.since} />
      </div>
      <section>
        <h3>{t('supervisor.drawer.call')}</h3>
        {contact ? <CallNow contact={contact} /> : <p className={styles['soft']}>{t('supervisor.drawer.noCall')}</p>}
      </section>
      {contact && view.state === 'talking' ? <ListeningControls contact={contact} user={user} /> : null}
      <section>
        <h3>{t('supervisor.act.title')}</h3>
        <SuperviseAgent view={view} />
      </section>
      <section>
        <h3>{t('skillMove.title')}</h3>
        <AgentSkillMoves view={view} />
      </section>
      <Facts facts={[[t('supervisor.device'), t(`supervisor.deviceKind.${view.device.kind}`)]]} />
      <section>
        <h3>{t('supervisor.drawer.timeline')}</h3>
        <StateTimeline agent={view.agent} from={range.from} to={range.to} since={view.since} />
      </section>
    </div>
  );
}

export function CallNow({ contact }: { contact: ContactView }) {
  const { t } = useTranslation();
  const queueName = useConfiguredName('queues');
  const { customer } = contact;
  return (
    <Facts
      facts={[
        [t('supervisor.drawer.number'), [customer?.name, customer?.number].filter(Boolean).join(' · ') || t('common.unknown')],
        [t('supervisor.queue'), queueName(contact.queue)],
        [t('supervisor.drawer.stage'), t(`common.stage.${contact.stage}`)],
        [t('supervisor.drawer.arrived'), formatClock(contact.arrivedAt)],
        [t('supervisor.drawer.since'), <Elapsed key="since" since={contact.since} />],
        ...(contact.quality ? [[t('quality.title'), <LineMark key="line" quality={contact.quality} isShownWhenGood />] as const] : []),
        [t('supervisor.drawer.callId'), contact.call],
      ]}
    />
  );
}

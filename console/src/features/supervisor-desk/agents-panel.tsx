import { ExclamationCircleFilled } from '@ant-design/icons';
import { Skeleton, Table, type TableColumnsType } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useConfiguredName } from '@/shared/api/use-configuration';
import type { AgentView } from '@/shared/api/views';
import { formatDuration } from '@/shared/format/time';
import { useLive } from '@/shared/live/live-context';
import { useNow } from '@/shared/live/use-now';
import { AcknowledgementsButton } from '@/shared/notice/acknowledgements-button';
import { Elapsed } from '@/shared/ui/elapsed';
import { Panel } from '@/shared/ui/panel';
import { QuietEmpty } from '@/shared/ui/quiet-empty';
import { StateTag } from '@/shared/ui/state-tag';
import { LineMark } from '@/features/supervisor-desk/line-mark';
import { ListenerTags } from '@/features/supervisor-desk/listening/listener-tags';
import { reasonToLook, sortByNeed } from '@/features/supervisor-desk/needs-a-look';
import styles from '@/features/supervisor-desk/agents-panel.module.css';

/** Everyone who is signed in, those who need a look on top. */
export function AgentsPanel({ onOpen }: { onOpen: (agent: string) => void }) {
  const { t } = useTranslation();
  const agents = useLive((state) => state.agents);
  const isThere = useLive((state) => state.hasSnapshot);
  const isStale = useLive((state) => state.hasSnapshot && state.connection !== 'open');
  const tenSeconds = Math.floor(useNow() / 10_000) * 10_000;
  const rows = useMemo(() => sortByNeed(agents.values(), tenSeconds), [agents, tenSeconds]);
  const columns = useColumns(tenSeconds);
  if (!isThere) {
    return (
      <Panel title={t('supervisor.agents')}>
        <div className={styles['padded']}>
          <Skeleton active title={false} paragraph={{ rows: 8, width: '100%' }} />
        </div>
      </Panel>
    );
  }
  return (
    <Panel title={t('supervisor.agents')} isStale={isStale} extra={<AcknowledgementsButton size="small" />}>
      {rows.length === 0 ? (
        <QuietEmpty title={t('supervisor.noAgents')} hint={t('supervisor.noAgentsHint')} />
      ) : (
        <Table<AgentView>
          size="small"
          rowKey="agent"
          columns={columns}
          dataSource={rows}
          pagination={false}
          aria-label={t('supervisor.agents')}
          onRow={(agent) => ({ onClick: () => onOpen(agent.agent), className: styles['row'] })}
        />
      )}
    </Panel>
  );
}

function useColumns(now: number): TableColumnsType<AgentView> {
  const { t } = useTranslation();
  const reasonName = useConfiguredName('reasons');
  return useMemo<TableColumnsType<AgentView>>(
    () => [
      {
        key: 'agent',
        title: t('supervisor.agent'),
        render: (_, agent) => (
          <button type="button" className={styles['name']}>
            {agent.displayName}
          </button>
        ),
      },
      {
        key: 'state',
        title: t('supervisor.state'),
        render: (_, agent) => (
          <StateTag
            state={agent.state}
            held={agent.held}
            reason={agent.state === 'not-ready' && agent.reason ? reasonName(agent.reason) : null}
          />
        ),
      },
      { key: 'time', title: t('supervisor.time'), align: 'right', width: 84, render: (_, agent) => <Elapsed since={agent.since} /> },
      { key: 'work', title: t('supervisor.work'), render: (_, agent) => <Work agent={agent} /> },
      { key: 'today', title: t('supervisor.today'), render: (_, agent) => <Today agent={agent} /> },
      { key: 'look', title: t('supervisor.look'), render: (_, agent) => <Look agent={agent} now={now} /> },
    ],
    [t, reasonName, now],
  );
}

function Work({ agent }: { agent: AgentView }) {
  const queueName = useConfiguredName('queues');
  const contact = useLive((state) => (agent.call ? state.contacts.get(agent.call) : undefined));
  return contact ? (
    <span className={styles['nowrap']}>
      {queueName(contact.queue)} {contact.quality ? <LineMark quality={contact.quality} /> : null}
      <ListenerTags listeners={contact.listeners} />
    </span>
  ) : (
    <span className={styles['soft']}>–</span>
  );
}

function Today({ agent: { today } }: { agent: AgentView }) {
  const { t } = useTranslation();
  const average = today.answered > 0 ? formatDuration(today.handleMillis / today.answered) : '–';
  return <span className={styles['nowrap']}>{t('supervisor.todayValue', { answered: today.answered, average })}</span>;
}

function Look({ agent, now }: { agent: AgentView; now: number }) {
  const { t } = useTranslation();
  const reason = reasonToLook(agent, now);
  return reason === null ? null : (
    <span className={styles['look']}>
      <ExclamationCircleFilled aria-hidden /> {t(`supervisor.why.${reason}`)}
    </span>
  );
}

import { useTranslation } from 'react-i18next';
import type { QueueView } from '@/shared/api/views';
import styles from '@/features/supervisor-desk/agents-bar.module.css';

const order = ['ready', 'ringing', 'talking', 'wrap-up', 'not-ready'] as const;

/** A queue's agents by state: one bar, with the numbers and words below it. */
export function AgentsBar({ agents }: { agents: QueueView['agents'] }) {
  const { t } = useTranslation();
  const present = order.filter((state) => agents[state] > 0);
  return (
    <div className={styles['agents']} role="group" aria-label={t('supervisor.agentsByState')}>
      <div className={styles['bar']} aria-hidden>
        {present.map((state) => (
          <span key={state} style={{ flexGrow: agents[state], background: `var(--kz-fill-${state})` }} />
        ))}
      </div>
      <ul className={styles['legend']}>
        {present.length === 0 ? <li>{t('supervisor.noAgents')}</li> : null}
        {present.map((state) => (
          <li key={state} style={{ color: `var(--kz-ink-${state})` }}>
            {t(`common.state.${state}`)} <strong>{agents[state]}</strong>
          </li>
        ))}
      </ul>
    </div>
  );
}

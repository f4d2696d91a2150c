import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ContactView } from '@/shared/api/views';
import { useAcknowledgements } from '@/shared/notice/use-acknowledgements';
import { ListenerTags } from '@/features/supervisor-desk/listening/listener-tags';
import { ModeButtons } from '@/features/supervisor-desk/listening/mode-buttons';
import styles from '@/features/supervisor-desk/drawers.module.css';

/** Begins to listen in to an agent's call; whoever listens already is named. The own listening stands in its bar. */
export function ListeningControls({ contact, user }: { contact: ContactView; user: string }) {
  const { t } = useTranslation();
  const others = contact.listeners.filter((listener) => listener.user !== user);
  const isOwn = others.length < contact.listeners.length;
  const { data: told } = useAcknowledgements();
  const agent = told?.items.find((item) => item.agent === contact.agent);
  const isBarred = agent !== undefined && agent.version !== told?.version;
  return (
    <section>
      <h3>{t('listening.title')}</h3>
      {isOwn ? <p className={styles['soft']}>{t('listening.inBar')}</p> : <ModeButtons call={contact.call} mode={null} isRinging={false} isBarred={isBarred} />}
      {isBarred && !isOwn ? (
        <Alert type="info" showIcon role="status" style={{ marginBlockStart: 8 }} title={t('listening.notAcknowledged', { version: told?.version })} />
      ) : null}
      {others.length > 0 ? (
        <p>
          <ListenerTags listeners={others} />
        </p>
      ) : null}
    </section>
  );
}

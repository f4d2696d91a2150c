import { TeamOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { Listener } from '@/shared/api/views';
import styles from '@/features/agent-desk/call/heard-listeners.module.css';

/** Supervisors who can be heard: by the agent alone, or by the caller, too. */
export function HeardListeners({ listeners }: { listeners: readonly Listener[] }) {
  const { t } = useTranslation();
  return listeners
    .filter(({ mode }) => mode !== 'listen')
    .map(({ user, displayName, mode }) => (
      <p key={user} role="status" className={styles['heard']}>
        <TeamOutlined aria-hidden /> {t(`listening.heard.${mode === 'barge' ? 'barge' : 'whisper'}`, { name: displayName })}
      </p>
    ));
}

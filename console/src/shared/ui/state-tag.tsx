import { useTranslation } from 'react-i18next';
import type { AgentState } from '@/shared/api/views';
import { StateIcon } from '@/shared/ui/state-icon';
import styles from '@/shared/ui/state-tag.module.css';

interface StateTagProps {
  readonly state: AgentState;
  readonly held?: boolean;
  /** The reason of a not-ready state, said after it. */
  readonly reason?: string | null;
}

/** An agent's state in a table: icon, word and colour. */
export function StateTag({ state, held = false, reason }: StateTagProps) {
  const { t } = useTranslation();
  const isHeld = held && state === 'talking';
  return (
    <span className={styles['tag']} style={{ color: `var(--kz-ink-${state})` }}>
      <StateIcon state={isHeld ? 'held' : state} />
      <span className={styles['word']}>{isHeld ? t('common.state.held') : t(`common.state.${state}`)}</span>
      {reason ? <span className={styles['reason']}>{reason}</span> : null}
    </span>
  );
}

import { Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatDuration } from '@/shared/format/time';
import { useLive } from '@/shared/live/live-context';
import styles from '@/features/agent-desk/top/my-day.module.css';

/** The agent's own day in two figures. */
export function MyDay() {
  const { t } = useTranslation();
  const today = useLive((state) => state.me?.today);
  const average = today && today.answered > 0 ? formatDuration(today.handleMillis / today.answered) : '–';
  return (
    <dl className={styles['day']} aria-label={t('agent.day')}>
      <Tooltip title={t('agent.answeredHint')}>
        <div>
          <dt>{t('agent.answered')}</dt>
          <dd>{today?.answered ?? '–'}</dd>
        </div>
      </Tooltip>
      <Tooltip title={t('agent.averageHandleHint')}>
        <div>
          <dt>{t('agent.averageHandle')}</dt>
          <dd>{average}</dd>
        </div>
      </Tooltip>
    </dl>
  );
}

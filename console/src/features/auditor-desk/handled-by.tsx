import { Button } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAgentName } from '@/shared/api/use-configuration';
import { formatTableDate } from '@/shared/format/time';
import { StateTimeline } from '@/shared/intervals/state-timeline';
import styles from '@/features/auditor-desk/auditor-desk-page.module.css';

/** The states of the agent who answered, on the day of the call. */
export function HandledBy({ agent, at }: { agent: string; at: string }) {
  const { t } = useTranslation();
  const nameOf = useAgentName();
  const [isOpen, setOpen] = useState(false);
  const day = dayjs(at).startOf('day');
  return (
    <section>
      <h3>{isOpen ? t('calls.intervals', { agent: nameOf(agent), date: formatTableDate(at) }) : t('calls.handledBy')}</h3>
      {isOpen ? (
        <>
          <p className={styles['soft']}>{t('calls.intervalsHint')}</p>
          <StateTimeline agent={agent} from={day.toISOString()} to={day.add(1, 'day').toISOString()} />
        </>
      ) : (
        <Button onClick={() => setOpen(true)}>{t('calls.openIntervals', { agent: nameOf(agent) })}</Button>
      )}
    </section>
  );
}

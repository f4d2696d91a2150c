import { AlertOutlined } from '@ant-design/icons';
import { Button, Skeleton, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { emergencyCauses } from '@/shared/api/views';
import { EmergencyFigures } from '@/shared/emergencies/emergency-figures';
import { useEmergencies, type EmergencyRun } from '@/shared/emergencies/use-emergencies';
import { formatTableTime } from '@/shared/format/time';
import { MoreButton } from '@/shared/ui/more-button';
import { PersonName } from '@/shared/ui/person-name';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import { QuietEmpty } from '@/shared/ui/quiet-empty';
import { SideSheet } from '@/shared/ui/side-sheet';
import styles from '@/features/auditor-desk/emergencies/emergencies.module.css';

/** Opens the list of the times that the emergency switch was on. */
export function EmergenciesButton() {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('emergency.list.button')}</Button>
      <SideSheet open={isOpen} onClose={() => setOpen(false)} size={560} title={t('emergency.list.title')}>
        <Emergencies />
      </SideSheet>
    </>
  );
}

function Emergencies() {
  const { t } = useTranslation();
  const emergencies = useEmergencies();
  if (emergencies.isPending) {
    return <Skeleton active paragraph={{ rows: 6 }} />;
  }
  if (emergencies.isError) {
    return <ProblemNotice error={emergencies.error} onRetry={() => void emergencies.refetch()} />;
  }
  const runs = emergencies.data.pages.flatMap((page) => page.items);
  if (runs.length === 0) {
    return <QuietEmpty icon={<AlertOutlined aria-hidden />} title={t('emergency.list.none')} hint={t('emergency.list.noneHint')} />;
  }
  return (
    <>
      <p className={styles['soft']}>{t('emergency.list.hint')}</p>
      <ol className={styles['runs']} aria-label={t('emergency.list.title')}>
        {runs.map((run) => (
          <Run key={run.id} run={run} />
        ))}
      </ol>
      <MoreButton list={emergencies} />
    </>
  );
}

function Run({ run }: { run: EmergencyRun }) {
  const { t } = useTranslation();
  const cause = emergencyCauses.find((code) => code === run.cause);
  const words = [run.text, run.textEn].filter((text) => text !== null);
  return (
    <li className={styles['run']}>
      <div className={styles['head']}>
        <strong>{t(`emergency.list.mode.${run.mode}`)}</strong>
        <span>{cause ? t(`emergency.causes.${cause}`) : run.cause}</span>
        {run.until === null ? <Tag color="error">{t('emergency.list.running')}</Tag> : null}
      </div>
      <EmergencyFigures run={run} />
      <p className={styles['soft']}>
        <time dateTime={run.since}>{formatTableTime(run.since)}</time> –{' '}
        {run.until === null ? t('emergency.list.now') : <time dateTime={run.until}>{formatTableTime(run.until)}</time>}
        {' · '}
        <PersonName account={run.by} />
      </p>
      {words.length === 0 ? (
        <p className={styles['soft']}>{t('emergency.list.shipped')}</p>
      ) : (
        words.map((text) => (
          <p key={text} className={styles['words']}>
            {text}
          </p>
        ))
      )}
    </li>
  );
}

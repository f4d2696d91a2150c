import { StopOutlined } from '@ant-design/icons';
import { Button, InputNumber, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAgentName } from '@/shared/api/use-configuration';
import { formatTableTime } from '@/shared/format/time';
import { useNow } from '@/shared/live/use-now';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import { QuietEmpty } from '@/shared/ui/quiet-empty';
import { SideSheet } from '@/shared/ui/side-sheet';
import { useDecideNuisance, useNuisanceMarks, type NuisanceMark } from '@/features/supervisor-desk/use-nuisance-marks';
import styles from '@/features/supervisor-desk/nuisance-drawer.module.css';

const usualDays = 90;
const mostDays = 365;

/** What agents have marked: to be confirmed for a time, or lifted. */
export function NuisanceDrawer({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <SideSheet open={isOpen} onClose={onClose} size={480} title={t('nuisance.title')}>
      <Marks />
    </SideSheet>
  );
}

function Marks() {
  const { t } = useTranslation();
  const marks = useNuisanceMarks();
  if (marks.isPending) {
    return <Skeleton active paragraph={{ rows: 6 }} />;
  }
  if (marks.isError) {
    return <ProblemNotice error={marks.error} onRetry={() => void marks.refetch()} />;
  }
  if (marks.data.items.length === 0) {
    return <QuietEmpty icon={<StopOutlined aria-hidden />} title={t('nuisance.none')} hint={t('nuisance.noneHint')} />;
  }
  return (
    <ol className={styles['marks']}>
      {marks.data.items.map((mark) => (
        <MarkRow key={mark.id} mark={mark} />
      ))}
    </ol>
  );
}

function MarkRow({ mark }: { mark: NuisanceMark }) {
  const { t } = useTranslation();
  const nameOf = useAgentName();
  const [days, setDays] = useState(usualDays);
  const decide = useDecideNuisance();
  const now = useNow();
  const isWaiting = mark.confirmedAt === null && mark.liftedBy === null;
  const isOver = mark.liftedBy !== null || (mark.expiresAt !== null && Date.parse(mark.expiresAt) <= now);
  return (
    <li className={styles['mark']} data-over={isOver || undefined}>
      <div className={styles['head']}>
        <strong>{mark.number}</strong> · {t(`nuisance.reason.${mark.reason}`)}
      </div>
      <span className={styles['soft']}>{t('nuisance.by', { by: nameOf(mark.markedBy), at: formatTableTime(mark.markedAt), call: mark.call })}</span>
      <Standing mark={mark} isOver={isOver} />
      {isOver ? null : (
        <div className={styles['acts']}>
          {isWaiting ? (
            <>
              <InputNumber
                min={1}
                max={mostDays}
                value={days}
                aria-label={t('nuisance.days')}
                suffix={t('nuisance.days')}
                onChange={(value) => setDays(value ?? usualDays)}
              />
              <Button
                type="primary"
                loading={decide.isPending}
                onClick={() => decide.mutate({ id: mark.id, act: 'confirmation', days })}
              >
                {t('nuisance.confirm')}
              </Button>
            </>
          ) : null}
          <Button loading={decide.isPending} onClick={() => decide.mutate({ id: mark.id, act: 'lifting' })}>
            {t('nuisance.lift')}
          </Button>
        </div>
      )}
      {decide.isError ? <ProblemNotice error={decide.error} title={t('nuisance.failed')} /> : null}
    </li>
  );
}

function Standing({ mark, isOver }: { mark: NuisanceMark; isOver: boolean }) {
  const { t } = useTranslation();
  const nameOf = useAgentName();
  if (mark.liftedBy !== null) {
    return <span>{t('nuisance.state.lifted', { by: nameOf(mark.liftedBy) })}</span>;
  }
  if (mark.expiresAt === null) {
    return <span>{t('nuisance.state.waiting')}</span>;
  }
  return <span>{isOver ? t('nuisance.state.expired') : t('nuisance.state.standing', { until: formatTableTime(mark.expiresAt) })}</span>;
}

import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useExplanation } from '@/shared/calls/use-explanation';
import { WaitingCard } from '@/shared/calls/waiting-card';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import styles from '@/features/supervisor-desk/drawers.module.css';

/** Asks the platform why a call waits, once somebody wants to know: the answer is worked out by replay. */
export function WhyWaiting({ call }: { call: string }) {
  const { t } = useTranslation();
  const [isAsked, setAsked] = useState(false);
  return isAsked ? (
    <Answer call={call} />
  ) : (
    <Button size="small" onClick={() => setAsked(true)}>
      {t('calls.waiting.ask')}
    </Button>
  );
}

function Answer({ call }: { call: string }) {
  const { t } = useTranslation();
  const explanation = useExplanation(call);
  if (explanation.isPending) {
    return <Skeleton active title={false} paragraph={{ rows: 3 }} />;
  }
  if (explanation.isError) {
    return <ProblemNotice error={explanation.error} onRetry={() => void explanation.refetch()} />;
  }
  const { waiting } = explanation.data;
  return (
    <div className={styles['why']}>
      {waiting ? <WaitingCard waiting={waiting} /> : <p className={styles['soft']}>{t('calls.waiting.nobodyMore')}</p>}
      <Button size="small" loading={explanation.isFetching} onClick={() => void explanation.refetch()}>
        {t('calls.waiting.again')}
      </Button>
    </div>
  );
}

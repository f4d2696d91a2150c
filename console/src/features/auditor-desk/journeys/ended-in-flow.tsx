import { Button, Collapse, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CallerJourney } from '@/shared/calls/caller-journey';
import { formatTableTime } from '@/shared/format/time';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import { QuietEmpty } from '@/shared/ui/quiet-empty';
import { SideSheet } from '@/shared/ui/side-sheet';
import { useEndedInFlow, useJourney, type EndedInFlow } from '@/features/auditor-desk/journeys/use-ended-in-flow';

/** Opens the list of callers who came to no queue. */
export function EndedInFlowButton() {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('journey.endedInFlow.button')}</Button>
      <SideSheet open={isOpen} onClose={() => setOpen(false)} size={560} title={t('journey.endedInFlow.title')}>
        <EndedList />
      </SideSheet>
    </>
  );
}

function EndedList() {
  const { t } = useTranslation();
  const ended = useEndedInFlow();
  if (ended.isPending) {
    return <Skeleton active paragraph={{ rows: 6 }} />;
  }
  if (ended.isError) {
    return <ProblemNotice error={ended.error} onRetry={() => void ended.refetch()} />;
  }
  if (ended.data.items.length === 0) {
    return <QuietEmpty title={t('journey.endedInFlow.none')} hint={t('journey.endedInFlow.hint')} />;
  }
  return (
    <Collapse
      items={ended.data.items.map((one) => ({ key: one.call, label: <Line one={one} />, children: <Journey call={one.call} /> }))}
    />
  );
}

function Line({ one }: { one: EndedInFlow }) {
  const { t } = useTranslation();
  return (
    <span>
      <time dateTime={one.beganAt}>{formatTableTime(one.beganAt)}</time> · {one.number ?? t('messages.hiddenNumber')} ·{' '}
      {one.flow ? t('journey.flow', { flow: one.flow, version: one.version }) : '–'}
      {one.ending === 'closed' && ` · ${t('journey.endedInFlow.closed')}`}
    </span>
  );
}

function Journey({ call }: { call: string }) {
  const journey = useJourney(call);
  if (journey.isPending) {
    return <Skeleton active title={false} paragraph={{ rows: 3 }} />;
  }
  return journey.isError ? <ProblemNotice error={journey.error} /> : <CallerJourney journey={journey.data} />;
}

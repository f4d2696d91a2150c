import { Button, Collapse, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CallerJourney } from '@/shared/calls/caller-journey';
import { formatTableTime } from '@/shared/format/time';
import { MoreButton } from '@/shared/ui/more-button';
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
  const items = ended.data.pages.flatMap((page) => page.items);
  if (items.length === 0) {
    return <QuietEmpty title={t('journey.endedInFlow.none')} hint={t('journey.endedInFlow.hint')} />;
  }
  return (
    <>
      <Collapse items={items.map((one) => ({ key: one.call, label: <Line one={one} />, children: <Journey call={one.call} /> }))} />
      <MoreButton list={ended} />
    </>
  );
}

const endings = ['closed', 'ended', 'hung-up'] as const;

function Line({ one }: { one: EndedInFlow }) {
  const { t } = useTranslation();
  const ending = endings.find((known) => known === one.ending);
  return (
    <span>
      <time dateTime={one.beganAt}>{formatTableTime(one.beganAt)}</time> · {one.number ?? t('messages.hiddenNumber')}
      {one.flow ? ` · ${t('journey.flow', { flow: one.flow, version: one.version })}` : null}
      {ending ? ` · ${t(`journey.endedInFlow.ending.${ending}`)}` : null}
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

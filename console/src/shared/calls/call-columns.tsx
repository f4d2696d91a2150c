import type { TableColumnsType } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useConfiguredName } from '@/shared/api/use-configuration';
import type { Call } from '@/shared/calls/call-schema';
import { OutcomeTag } from '@/shared/calls/outcome-tag';
import { formatDuration, formatTableTime, millisBetween } from '@/shared/format/time';
import { PersonName } from '@/shared/ui/person-name';

function waitedMillis(call: Call): number | null {
  const until = call.answeredAt ?? call.endedAt;
  return call.offeredAt && until ? millisBetween(call.offeredAt, until) : null;
}

function talkedMillis(call: Call): number | null {
  return call.answeredAt && call.endedAt ? millisBetween(call.answeredAt, call.endedAt) : null;
}

const orDash = (millis: number | null) => (millis === null ? '–' : formatDuration(millis));

/** The columns that each list of calls has. */
export function useCallColumns(): TableColumnsType<Call> {
  const { t } = useTranslation();
  const queueName = useConfiguredName('queues');
  return useMemo<TableColumnsType<Call>>(
    () => [
      {
        key: 'offeredAt',
        title: t('calls.arrived'),
        width: 170,
        render: (_, call) => (call.offeredAt ? <time dateTime={call.offeredAt}>{formatTableTime(call.offeredAt)}</time> : '–'),
      },
      { key: 'queue', title: t('calls.queue'), width: 120, render: (_, call) => queueName(call.queue) },
      { key: 'agent', title: t('calls.agent'), width: 130, render: (_, call) => <PersonName account={call.agent} /> },
      { key: 'outcome', title: t('calls.outcome'), width: 110, render: (_, call) => <OutcomeTag outcome={call.outcome} /> },
      { key: 'waited', title: t('calls.waited'), width: 80, align: 'right', render: (_, call) => orDash(waitedMillis(call)) },
      { key: 'talked', title: t('calls.talked'), width: 80, align: 'right', render: (_, call) => orDash(talkedMillis(call)) },
    ],
    [t, queueName],
  );
}

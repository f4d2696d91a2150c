import { ReloadOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Button, type TableColumnsType } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCallColumns } from '@/shared/calls/call-columns';
import type { Call } from '@/shared/calls/call-schema';
import { CallsTable } from '@/shared/calls/calls-table';
import { AcknowledgementsButton } from '@/shared/notice/acknowledgements-button';
import { Panel } from '@/shared/ui/panel';
import { SealedLook } from '@/shared/ui/sealed-look';
import { EmergenciesButton } from '@/features/auditor-desk/emergencies/emergencies-button';
import { EndedInFlowButton } from '@/features/auditor-desk/journeys/ended-in-flow';
import { SearchFilters, type SearchFilter } from '@/features/auditor-desk/search-filters';
import styles from '@/features/auditor-desk/auditor-desk-page.module.css';

interface AuditedCallsProps {
  readonly openCall: string | null;
  readonly onOpen: (call: string) => void;
}

/** All calls, filtered, each with the place in the journal that proves it. */
export function AuditedCalls({ openCall, onOpen }: AuditedCallsProps) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [filter, setFilter] = useState<SearchFilter>({});
  const columns = useAuditColumns(onOpen);
  return (
    <Panel
      title={t('calls.table')}
      extra={
        <div className={styles['filters']} role="group" aria-label={t('calls.filters')}>
          <SearchFilters filter={filter} onChange={setFilter} of="calls" />
          <EndedInFlowButton />
          <EmergenciesButton />
          <AcknowledgementsButton />
          <Button
            icon={<ReloadOutlined aria-hidden />}
            aria-label={t('calls.refresh')}
            title={t('calls.refresh')}
            onClick={() => void queries.invalidateQueries({ queryKey: ['calls'] })}
          />
        </div>
      }
    >
      <CallsTable filter={filter} columns={columns} openCall={openCall} onOpen={(call) => onOpen(call.id)} />
    </Panel>
  );
}

function useAuditColumns(onOpen: (call: string) => void): TableColumnsType<Call> {
  const { t } = useTranslation();
  const shared = useCallColumns();
  return useMemo<TableColumnsType<Call>>(
    () => [
      ...shared,
      {
        key: 'position',
        title: t('calls.position'),
        width: 150,
        render: (_, call) => (call.journalPosition === null ? '–' : <SealedLook position={call.journalPosition} at={call.endedAt} />),
      },
      {
        key: 'id',
        title: t('calls.id'),
        render: (_, call) => (
          <button type="button" className={styles['open']} aria-label={t('calls.open', { id: call.id })} onClick={() => onOpen(call.id)}>
            {call.id}
          </button>
        ),
      },
    ],
    [shared, t, onOpen],
  );
}

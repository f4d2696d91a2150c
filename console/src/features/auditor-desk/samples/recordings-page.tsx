import { Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asRequestError } from '@/shared/api/problem';
import { MoreButton } from '@/shared/ui/more-button';
import { Panel } from '@/shared/ui/panel';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import { QuietEmpty } from '@/shared/ui/quiet-empty';
import { DrawBar } from '@/features/auditor-desk/samples/draw-bar';
import type { Criteria } from '@/features/auditor-desk/samples/recording-schema';
import { RecordingsTable } from '@/features/auditor-desk/samples/recordings-table';
import { SampleRecordings } from '@/features/auditor-desk/samples/sample-recordings';
import { useRecordings } from '@/features/auditor-desk/samples/use-recordings';
import { SearchFilters } from '@/features/auditor-desk/search-filters';
import styles from '@/features/auditor-desk/samples/recordings-page.module.css';

/** Recordings by time, queue, agent, length and disposition, and random samples of what was found. */
export function RecordingsPage({ onOpen }: { onOpen: (call: string) => void }) {
  const { t } = useTranslation();
  const [criteria, setCriteria] = useState<Criteria>({});
  const [sample, setSample] = useState<string | null>(null);
  return (
    <Panel title={sample === null ? t('samples.title') : t('samples.sample', { id: sample })}>
      {sample === null ? (
        <div className={styles['bar']} role="group" aria-label={t('samples.filters')}>
          <SearchFilters filter={criteria} onChange={setCriteria} of="recordings" />
        </div>
      ) : null}
      <DrawBar criteria={criteria} sample={sample} onShow={setSample} />
      {sample === null ? <FoundRecordings criteria={criteria} onOpen={onOpen} /> : <SampleRecordings key={sample} id={sample} onOpen={onOpen} />}
    </Panel>
  );
}

function FoundRecordings({ criteria, onOpen }: { criteria: Criteria; onOpen: (call: string) => void }) {
  const { t } = useTranslation();
  const found = useRecordings(criteria);
  if (found.isPending) {
    return (
      <div className={styles['padded']}>
        <Skeleton active title={false} paragraph={{ rows: 8, width: '100%' }} />
      </div>
    );
  }
  if (found.isError && asRequestError(found.error).code === 'call.agent-unknown') {
    return <QuietEmpty title={t('calls.noSuchAgent')} hint={t('calls.noSuchAgentHint')} />;
  }
  if (found.isError) {
    return (
      <div className={styles['padded']}>
        <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />
      </div>
    );
  }
  const rows = found.data.pages.flatMap((page) => page.items);
  if (rows.length === 0) {
    return <QuietEmpty title={t('samples.empty')} hint={t('samples.emptyHint')} />;
  }
  return (
    <>
      <RecordingsTable recordings={rows} onOpen={onOpen} />
      <MoreButton list={found} />
    </>
  );
}

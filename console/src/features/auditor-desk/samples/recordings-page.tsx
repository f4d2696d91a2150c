import { Button, InputNumber, Select, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatTableTime } from '@/shared/format/time';
import { Panel } from '@/shared/ui/panel';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import { QuietEmpty } from '@/shared/ui/quiet-empty';
import { RecordingFilters } from '@/features/auditor-desk/samples/recording-filters';
import type { Criteria } from '@/features/auditor-desk/samples/recording-schema';
import { RecordingsTable } from '@/features/auditor-desk/samples/recordings-table';
import { SampleRecordings } from '@/features/auditor-desk/samples/sample-recordings';
import { useDraw } from '@/features/auditor-desk/samples/use-draw';
import { useRecordings } from '@/features/auditor-desk/samples/use-recordings';
import { useSamples } from '@/features/auditor-desk/samples/use-samples';
import styles from '@/features/auditor-desk/samples/recordings-page.module.css';

const usualSize = 5;

/** Recordings by time, queue, agent, length and disposition, and random samples of what was found. */
export function RecordingsPage({ onOpen }: { onOpen: (call: string) => void }) {
  const { t } = useTranslation();
  const [criteria, setCriteria] = useState<Criteria>({});
  const [size, setSize] = useState(usualSize);
  const [sample, setSample] = useState<string | null>(null);
  const samples = useSamples();
  const draw = useDraw();
  return (
    <Panel title={sample === null ? t('samples.title') : t('samples.sample', { id: sample })}>
      <div className={styles['bar']} role="group" aria-label={t('samples.filters')}>
        <RecordingFilters criteria={criteria} onChange={setCriteria} />
      </div>
      <div className={styles['bar']}>
        <InputNumber aria-label={t('samples.size')} min={1} max={500} value={size} onChange={(value) => setSize(value ?? usualSize)} style={{ width: 80 }} />
        <Button
          type="primary"
          loading={draw.isPending}
          onClick={() => draw.mutate({ criteria, size }, { onSuccess: (drawn) => setSample(drawn.sample.id) })}
        >
          {t('samples.draw')}
        </Button>
        <Select
          allowClear
          aria-label={t('samples.earlier')}
          placeholder={t('samples.earlier')}
          style={{ width: 330 }}
          value={sample}
          onChange={(chosen: string | null) => setSample(chosen ?? null)}
          options={(samples.data ?? []).map(({ id, drawnAt, drawnBy, size: drawn }) => ({
            value: id,
            label: t('samples.option', { id, at: formatTableTime(drawnAt), by: drawnBy, size: drawn }),
          }))}
        />
        {sample === null ? null : <Button onClick={() => setSample(null)}>{t('samples.all')}</Button>}
      </div>
      {draw.isError ? <ProblemNotice error={draw.error} title={t('samples.notDrawn')} /> : null}
      {sample === null ? <FoundRecordings criteria={criteria} onOpen={onOpen} /> : <SampleRecordings key={sample} id={sample} onOpen={onOpen} />}
    </Panel>
  );
}

function FoundRecordings({ criteria, onOpen }: { criteria: Criteria; onOpen: (call: string) => void }) {
  const { t } = useTranslation();
  const found = useRecordings(criteria);
  if (found.isPending) {
    return <Skeleton active title={false} paragraph={{ rows: 8, width: '100%' }} />;
  }
  if (found.isError) {
    return <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />;
  }
  const rows = found.data.pages.flatMap((page) => page.items);
  if (rows.length === 0) {
    return <QuietEmpty title={t('samples.empty')} hint={t('samples.emptyHint')} />;
  }
  return (
    <>
      <RecordingsTable recordings={rows} onOpen={onOpen} />
      {found.hasNextPage ? (
        <div className={styles['bar']}>
          <Button loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
            {t('common.more')}
          </Button>
        </div>
      ) : null}
    </>
  );
}

import { Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatTableTime } from '@/shared/format/time';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import { Verdict } from '@/shared/ui/verdict';
import { RecordingsTable } from '@/features/auditor-desk/samples/recordings-table';
import { useSample } from '@/features/auditor-desk/samples/use-sample';
import styles from '@/features/auditor-desk/samples/recordings-page.module.css';

/** A sample: how it was drawn, that it can be drawn again, and what is in it. */
export function SampleRecordings({ id, onOpen }: { id: string; onOpen: (call: string) => void }) {
  const { t } = useTranslation();
  const shown = useSample(id);
  if (shown.isPending) {
    return <Skeleton active title={false} paragraph={{ rows: 5, width: '100%' }} />;
  }
  if (shown.isError) {
    return <ProblemNotice error={shown.error} onRetry={() => void shown.refetch()} />;
  }
  const { sample, items, repeated } = shown.data;
  return (
    <>
      <p className={styles['how']}>
        {t('samples.how', { size: items.length, population: sample.population, by: sample.drawnBy, at: formatTableTime(sample.drawnAt) })}{' '}
        {t('samples.seed')} <code>{sample.seed}</code> <Verdict kind={repeated ? 'good' : 'bad'} word={repeated ? t('samples.repeated') : t('samples.notRepeated')} />
      </p>
      <RecordingsTable recordings={items} onOpen={onOpen} />
    </>
  );
}

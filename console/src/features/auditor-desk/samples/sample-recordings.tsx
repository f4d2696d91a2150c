import { Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { useConfiguredName } from '@/shared/api/use-configuration';
import { formatTableTime } from '@/shared/format/time';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import { Verdict } from '@/shared/ui/verdict';
import type { Sample } from '@/features/auditor-desk/samples/recording-schema';
import { RecordingsTable } from '@/features/auditor-desk/samples/recordings-table';
import { useSample } from '@/features/auditor-desk/samples/use-sample';
import styles from '@/features/auditor-desk/samples/recordings-page.module.css';

/** A sample: how it was drawn, that it can be drawn again, and what is in it. */
export function SampleRecordings({ id, onOpen }: { id: string; onOpen: (call: string) => void }) {
  const { t } = useTranslation();
  const shown = useSample(id);
  const criteria = useCriteriaWords();
  if (shown.isPending) {
    return (
      <div className={styles['padded']}>
        <Skeleton active title={false} paragraph={{ rows: 5, width: '100%' }} />
      </div>
    );
  }
  if (shown.isError) {
    return (
      <div className={styles['padded']}>
        <ProblemNotice error={shown.error} onRetry={() => void shown.refetch()} />
      </div>
    );
  }
  const { sample, items, repeated } = shown.data;
  return (
    <>
      <div className={styles['how']}>
        <p>
          {t('samples.how', { size: items.length, population: sample.population, by: sample.drawnBy, at: formatTableTime(sample.drawnAt) })}
        </p>
        <p>
          {t('samples.criteria')} {criteria(sample.criteria)}
        </p>
        <p>
          {t('samples.seed')} <code>{sample.seed}</code>{' '}
          <Verdict kind={repeated ? 'good' : 'bad'} word={repeated ? t('samples.repeated') : t('samples.notRepeated')} />
        </p>
      </div>
      <RecordingsTable recordings={items} onOpen={onOpen} />
    </>
  );
}

/** What the sample was drawn from, in words. */
function useCriteriaWords() {
  const { t } = useTranslation();
  const queueName = useConfiguredName('queues');
  const dispositionName = useConfiguredName('dispositions');
  return ({ from, to, queue, agent, disposition, minSeconds, maxSeconds }: Sample['criteria']): string =>
    [
      from ? `${t('calls.from')} ${formatTableTime(from)}` : '',
      to ? `${t('calls.to')} ${formatTableTime(to)}` : '',
      queue ? queueName(queue) : '',
      agent ?? '',
      disposition ? dispositionName(disposition) : '',
      minSeconds ? `${t('samples.minSeconds')} ${minSeconds}` : '',
      maxSeconds ? `${t('samples.maxSeconds')} ${maxSeconds}` : '',
    ]
      .filter(Boolean)
      .join(' · ') || t('samples.noCriteria');
}

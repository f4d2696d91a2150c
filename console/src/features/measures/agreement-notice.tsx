import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { useConfiguredName } from '@/shared/api/use-configuration';
import { formatTableTime } from '@/shared/format/time';
import { DefinitionSign } from '@/shared/measures/definition-link';
import { PersonName } from '@/shared/ui/person-name';
import { SealedLook } from '@/shared/ui/sealed-look';
import { Verdict } from '@/shared/ui/verdict';
import type { Agreement, Difference } from '@/features/measures/use-measures';
import styles from '@/features/measures/measures.module.css';

const kinds = { agrees: 'good', differs: 'bad', unknown: 'open' } as const;

/** Whether the four ways of counting agree, since when, and where they do not. */
export function AgreementNotice({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation();
  const { state, since, checkedAt, position, differences } = agreement;
  return (
    <section className={styles['agreement']} aria-label={t('measures.agreement.title')} data-state={state}>
      <div className={styles['line']}>
        <h2>{t('measures.agreement.title')}</h2>
        <Verdict kind={kinds[state]} word={t(`measures.agreement.${state}`)} />
        <span>{t(`measures.agreement.${state}Text`, { count: differences.length })}</span>
        {since ? <span className={styles['soft']}>{t('measures.agreement.since', { at: formatTableTime(since) })}</span> : null}
        {checkedAt ? <span className={styles['soft']}>{t('measures.agreement.checkedAt', { at: formatTableTime(checkedAt) })}</span> : null}
        {position === null ? null : <SealedLook position={position} at={checkedAt} />}
      </div>
      <p className={styles['soft']}>{t('measures.agreement.hint')}</p>
      {differences.length > 0 ? <Differences differences={differences} /> : null}
    </section>
  );
}

function Differences({ differences }: { differences: readonly Difference[] }) {
  const { t } = useTranslation();
  const queueName = useConfiguredName('queues');
  const subject = ({ queue, agent }: Difference) => (queue === null ? <PersonName account={agent} /> : queueName(queue));
  return (
    <Table<Difference>
      size="small"
      rowKey={(difference) => `${difference.measure} ${difference.queue ?? ''} ${difference.agent ?? ''}`}
      aria-label={t('measures.agreement.differs')}
      pagination={false}
      dataSource={differences}
      columns={[
        {
          key: 'measure',
          title: t('measures.agreement.measure'),
          render: (_, difference) => <Measure difference={difference} />,
        },
        { key: 'of', title: t('measures.agreement.of'), render: (_, difference) => subject(difference) },
        { key: 'live', title: t('measures.agreement.live'), align: 'right', render: (_, { measure, live }) => told(measure, live) },
        { key: 'historic', title: t('measures.agreement.historic'), align: 'right', render: (_, { measure, historic }) => told(measure, historic) },
        { key: 'perAgent', title: t('measures.agreement.perAgent'), align: 'right', render: (_, { measure, perAgent }) => told(measure, perAgent) },
        { key: 'journal', title: t('measures.agreement.journal'), align: 'right', render: (_, { measure, journal }) => told(measure, journal) },
      ]}
    />
  );
}

/** The measure, with a way to its definition where a published figure rests on it directly. */
function Measure({ difference: { measure, agent } }: { difference: Difference }) {
  const field = measure.replace(/-micros$/, '');
  return (
    <span className={styles['named']}>
      {field} <DefinitionSign of={agent === null ? 'queue' : 'agent'} field={defined[field] ?? field} name={field} />
    </span>
  );
}

/** What is counted on the way to a share or an average leads to that. */
const defined: Readonly<Record<string, string>> = {
  'within-service-level': 'service-level',
  talks: 'average-talk',
  rang: 'ring-delay',
  talking: 'talk',
};

function told(measure: string, value: number | null): string {
  if (value === null) {
    return '–';
  }
  return measure.endsWith('-micros') ? `${(value / 1_000_000).toFixed(6)} s` : String(value);
}

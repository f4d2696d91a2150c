import { Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Ear, Line } from '@/shared/calls/use-call-details';
import { PersonName } from '@/shared/ui/person-name';
import styles from '@/shared/calls/call-lines.module.css';

/** How well each line of a call carried its audio. */
export function CallLines({ lines }: { lines: readonly Line[] }) {
  const { t } = useTranslation();
  const columns = useColumns();
  if (lines.length === 0) {
    return <p className={styles['soft']}>{t('quality.none')}</p>;
  }
  return (
    <div className={styles['lines']}>
      <Table<Line>
        size="small"
        rowKey={(line) => line.offer ?? 'customer'}
        columns={columns}
        dataSource={[...lines]}
        pagination={false}
        aria-label={t('quality.title')}
      />
      <p className={styles['soft']}>{t('quality.hint')}</p>
    </div>
  );
}

function useColumns(): TableColumnsType<Line> {
  const { t } = useTranslation();
  return [
    { key: 'line', title: t('quality.table.line'), render: (_, line) => (line.agent === null ? t('quality.table.customer') : <PersonName account={line.agent} />) },
    { key: 'mos', title: t('quality.table.mos'), render: (_, line) => <Score line={line} /> },
    { key: 'received', title: t('quality.table.received'), render: (_, line) => <Heard ear={line.received} /> },
    { key: 'sent', title: t('quality.table.sent'), render: (_, line) => <Heard ear={line.sent} /> },
    { key: 'roundTrip', title: t('quality.table.roundTrip'), render: (_, line) => <RoundTrip line={line} /> },
  ];
}

function Score({ line: { mosMean, mosMin } }: { line: Line }) {
  const { t } = useTranslation();
  return mosMean === null || mosMin === null ? (
    <span className={styles['soft']}>{t('quality.table.unmeasured')}</span>
  ) : (
    <span className="kz-figures">
      {mosMean.toFixed(2)} / {mosMin.toFixed(2)}
    </span>
  );
}

function Heard({ ear }: { ear: Ear }) {
  const { t } = useTranslation();
  return (
    <>
      <div>{t('quality.table.packets', { packets: ear.packets, loss: ear.lossPercent })}</div>
      {ear.jitterMeanMillis === null ? null : (
        <div className={styles['soft']}>{t('quality.table.jitter', { mean: ear.jitterMeanMillis, max: ear.jitterMaxMillis })}</div>
      )}
    </>
  );
}

function RoundTrip({ line: { roundTripMeanMillis, roundTripMaxMillis } }: { line: Line }) {
  const { t } = useTranslation();
  return roundTripMeanMillis === null ? (
    <span className={styles['soft']}>{t('quality.table.unmeasured')}</span>
  ) : (
    t('quality.table.millis', { mean: roundTripMeanMillis, max: roundTripMaxMillis })
  );
}

import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatClock, formatDuration } from '@/shared/format/time';
import type { Trunk } from '@/features/outside/trunks/use-trunks';
import styles from '@/features/outside/outside-page.module.css';

const percent = (share: number) => `${(share * 100).toFixed(2)}%`;

/** Each trunk: in use now, most at once, what it may carry, and the losses: estimated, and as the carrier counts them. */
export function TrunksTable({ trunks }: { trunks: readonly Trunk[] }) {
  const { t } = useTranslation();
  return (
    <Table<Trunk>
      size="small"
      aria-label={t('outside.part.trunks')}
      rowKey="code"
      dataSource={[...trunks]}
      pagination={false}
      scroll={{ x: 'max-content' }}
      columns={[
        { key: 'code', title: t('outside.trunk'), render: (_, { code, inbound }) => (inbound ? t('outside.bothWays', { code }) : code) },
        { key: 'now', title: t('outside.now'), align: 'right', render: (_, { now }) => <Now now={now} /> },
        { key: 'peak', title: t('outside.peak'), align: 'right', dataIndex: 'peak' },
        { key: 'limit', title: t('outside.limit'), align: 'right', render: (_, { capacity }) => capacity ?? t('outside.noLimit') },
        {
          key: 'rate',
          title: t('outside.rate'),
          align: 'right',
          render: (_, { now, callsPerMinute }) => `${now === null ? '–' : String(now.begunThisMinute)} / ${callsPerMinute === null ? t('outside.noLimit') : String(callsPerMinute)}`,
        },
        { key: 'busy', title: t('outside.busy'), align: 'right', render: (_, { busySeconds }) => formatDuration(busySeconds * 1000) },
        { key: 'begun', title: t('outside.begun'), align: 'right', render: (_, { begun, notTaken }) => `${String(begun)} / ${String(notTaken)}` },
        { key: 'estimate', title: t('outside.estimate'), align: 'right', render: (_, { estimate }) => <Estimate estimate={estimate} /> },
        { key: 'carrier', title: t('outside.carrier'), align: 'right', render: (_, { carrier }) => <Carrier carrier={carrier} /> },
      ]}
    />
  );
}

function Now({ now }: { now: Trunk['now'] }) {
  const { t } = useTranslation();
  if (now === null) {
    return <>–</>;
  }
  return now.seen ? <>{t('outside.inAndOut', { in: now.in, out: now.out })}</> : <span className={styles['late']}>{t('outside.notSeen')}</span>;
}

function Estimate({ estimate }: { estimate: Trunk['estimate'] }) {
  const { t } = useTranslation();
  if (estimate === null) {
    return <>–</>;
  }
  const from = formatClock(estimate.from).slice(0, 5);
  if (estimate.loss === null || estimate.offered === null) {
    return <>{t('outside.saturated', { from })}</>;
  }
  return (
    <span title={t('outside.estimateHint', { from, carried: estimate.carried.toFixed(2), offered: estimate.offered.toFixed(2) })}>
      {percent(estimate.loss)} <small className={styles['soft']}>{t('outside.ofErlang', { offered: estimate.offered.toFixed(2), from })}</small>
    </span>
  );
}

function Carrier({ carrier }: { carrier: Trunk['carrier'] }) {
  const { t } = useTranslation();
  if (carrier === null) {
    return <>{t('outside.noCarrier')}</>;
  }
  const share = carrier.attempts === 0 ? 0 : carrier.lost / carrier.attempts;
  return (
    <>
      {percent(share)} <small className={styles['soft']}>{t('outside.lostOf', { lost: carrier.lost, attempts: carrier.attempts })}</small>
    </>
  );
}

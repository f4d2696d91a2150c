import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { Moment } from '@/shared/calls/call-facts';
import type { CallDetails, OutsideLeg } from '@/shared/calls/use-call-details';
import { PersonName } from '@/shared/ui/person-name';
import styles from '@/shared/calls/call-lines.module.css';

const ways = ['click-to-call', 'queue-callback', 'scheduled-callback', 'transfer', 'consultation', 'agent-device'] as const;
const results = ['answered', 'busy', 'no-answer', 'declined', 'unknown-number', 'no-trunk', 'withdrawn', 'unseen'] as const;

/** The legs of a call to the outside: when each was let out, answered and ended, and what came of it. */
export function OutsideLegs({ call: { outsideLegs, customerLine } }: { call: CallDetails }) {
  const { t } = useTranslation();
  return (
    <div className={styles['lines']}>
      <Table<OutsideLeg>
        size="small"
        rowKey="at"
        pagination={false}
        dataSource={[...outsideLegs]}
        aria-label={t('calls.outside.title')}
        columns={[
          { key: 'way', title: t('calls.outside.to'), render: (_, leg) => <Whither leg={leg} /> },
          { key: 'at', title: t('calls.outside.letOut'), render: (_, leg) => <Moment at={leg.at} /> },
          { key: 'answeredAt', title: t('calls.answeredAt'), render: (_, leg) => <Moment at={leg.answeredAt} /> },
          {
            key: 'endedAt',
            title: t('calls.endedAt'),
            render: (_, leg) => (leg.endUnseen ? t('calls.outside.unseenEnd') : <Moment at={leg.endedAt} />),
          },
          { key: 'result', title: t('calls.outcome'), render: (_, leg) => <Result leg={leg} /> },
        ]}
      />
      {customerLine ? (
        <p className={styles['soft']}>
          {t(`calls.outside.customer.${customerLine.state}`)} {customerLine.endedAt ? <Moment at={customerLine.endedAt} /> : null}
        </p>
      ) : null}
    </div>
  );
}

function Whither({ leg: { way, number, askedBy } }: { leg: OutsideLeg }) {
  const { t } = useTranslation();
  const known = ways.find((one) => one === way);
  return (
    <>
      <div>{known ? t(`calls.outside.way.${known}`) : way}</div>
      <div className={styles['soft']}>
        <span className="kz-figures">{number}</span> · {askedBy === 'platform' ? t('calls.outside.platform') : <PersonName account={askedBy} />}
      </div>
    </>
  );
}

function Result({ leg: { result } }: { leg: OutsideLeg }) {
  const { t } = useTranslation();
  const known = results.find((one) => one === result);
  return <>{known ? t(`calls.outside.result.${known}`) : (result ?? t('calls.outside.result.open'))}</>;
}

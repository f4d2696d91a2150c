import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { Moment } from '@/shared/calls/call-facts';
import { OfferOutcomeTag } from '@/shared/calls/outcome-tag';
import type { CallDetails } from '@/shared/calls/use-call-details';
import { PersonName } from '@/shared/ui/person-name';
import styles from '@/features/auditor-desk/auditor-desk-page.module.css';

/** To whom a call was offered, and how each offer came out. */
export function CallOffers({ offers }: { offers: CallDetails['offers'] }) {
  const { t } = useTranslation();
  if (offers.length === 0) {
    return <p className={styles['soft']}>{t('calls.noOffers')}</p>;
  }
  return (
    <Table<CallDetails['offers'][number]>
      size="small"
      rowKey="offer"
      pagination={false}
      dataSource={offers}
      columns={[
        { key: 'agent', title: t('calls.agent'), render: (_, offer) => <PersonName account={offer.agent} /> },
        { key: 'offeredAt', title: t('calls.offeredAt'), render: (_, offer) => <Moment at={offer.offeredAt} /> },
        { key: 'ringingAt', title: t('calls.rangAt'), render: (_, offer) => <Moment at={offer.ringingAt} /> },
        { key: 'endedAt', title: t('calls.endedAt'), render: (_, offer) => <Moment at={offer.endedAt} /> },
        { key: 'outcome', title: t('calls.outcome'), render: (_, offer) => <OfferOutcomeTag outcome={offer.outcome} /> },
      ]}
    />
  );
}

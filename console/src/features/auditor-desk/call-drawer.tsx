import { Drawer, Skeleton, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { useConfiguredName } from '@/shared/api/use-configuration';
import { OfferOutcomeTag, OutcomeTag } from '@/shared/calls/outcome-tag';
import { formatDuration, formatPreciseClock, formatTableDate, millisBetween } from '@/shared/format/time';
import { Facts } from '@/shared/ui/facts';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import { SealedLook } from '@/shared/ui/sealed-look';
import { CallExplanation } from '@/features/auditor-desk/call-explanation';
import { HandledBy } from '@/features/auditor-desk/handled-by';
import { useCallDetails, type CallDetails } from '@/features/auditor-desk/use-call-details';
import styles from '@/features/auditor-desk/auditor-desk-page.module.css';

/** All that is known of one call: why it went where it went, its times, its offers, and the agent's day. */
export function CallDrawer({ call, onClose }: { call: string | null; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Drawer
      open={call !== null}
      onClose={onClose}
      size={640}
      destroyOnHidden
      mask={false}
      closable={{ 'aria-label': t('common.close') }}
      title={call === null ? '' : t('calls.drawer', { id: call })}
    >
      {call === null ? null : <CallFile key={call} id={call} />}
    </Drawer>
  );
}

function CallFile({ id }: { id: string }) {
  const { t } = useTranslation();
  const details = useCallDetails(id);
  if (details.isPending) {
    return <Skeleton active paragraph={{ rows: 10 }} />;
  }
  if (details.isError) {
    return <ProblemNotice error={details.error} onRetry={() => void details.refetch()} />;
  }
  return (
    <div className={styles['drawer']}>
      <section>
        <h3>{t('calls.why')}</h3>
        <CallExplanation id={id} />
      </section>
      <section>
        <h3>{t('calls.facts')}</h3>
        <CallFacts call={details.data} />
      </section>
      <section>
        <h3>{t('calls.offers')}</h3>
        <Offers offers={details.data.offers} />
      </section>
      {details.data.agent && details.data.answeredAt ? <HandledBy agent={details.data.agent} at={details.data.answeredAt} /> : null}
    </div>
  );
}

const moment = (instant: string | null) => (instant === null ? '–' : <time dateTime={instant}>{formatPreciseClock(instant)}</time>);

function CallFacts({ call }: { call: CallDetails }) {
  const { t } = useTranslation();
  const queueName = useConfiguredName('queues');
  const dispositionName = useConfiguredName('dispositions');
  const talked = call.answeredAt && call.endedAt ? formatDuration(millisBetween(call.answeredAt, call.endedAt)) : '–';
  const customer = [call.customer?.name, call.customer?.number].filter(Boolean).join(' · ');
  return (
    <Facts
      facts={[
        [t('calls.outcome'), <OutcomeTag key="outcome" outcome={call.outcome} />],
        [t('calls.customer'), customer || t('common.unknown')],
        [t('calls.queue'), queueName(call.queue)],
        [t('calls.agent'), call.agent ?? '–'],
        [
          t('calls.arrived'),
          call.offeredAt ? (
            <span key="arrived">
              {formatTableDate(call.offeredAt)} {moment(call.offeredAt)}
            </span>
          ) : (
            '–'
          ),
        ],
        [t('calls.rangAt'), moment(call.ringingAt)],
        [t('calls.answeredAt'), moment(call.answeredAt)],
        [t('calls.endedAt'), moment(call.endedAt)],
        [t('calls.talked'), talked],
        [t('calls.held'), formatDuration(call.holdMillis ?? 0)],
        [t('calls.disposition'), call.disposition ? dispositionName(call.disposition) : '–'],
        [t('calls.client'), call.client ?? '–'],
        [t('calls.pbxId'), call.pbxUniqueId ?? '–'],
        [t('calls.position'), call.journalPosition === null ? '–' : <SealedLook key="seal" position={call.journalPosition} at={call.endedAt} />],
      ]}
    />
  );
}

function Offers({ offers }: { offers: CallDetails['offers'] }) {
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
        { key: 'agent', title: t('calls.agent'), render: (_, offer) => offer.agent ?? '–' },
        { key: 'offeredAt', title: t('calls.offeredAt'), render: (_, offer) => moment(offer.offeredAt) },
        { key: 'ringingAt', title: t('calls.rangAt'), render: (_, offer) => moment(offer.ringingAt) },
        { key: 'endedAt', title: t('calls.endedAt'), render: (_, offer) => moment(offer.endedAt) },
        { key: 'outcome', title: t('calls.outcome'), render: (_, offer) => <OfferOutcomeTag outcome={offer.outcome} /> },
      ]}
    />
  );
}

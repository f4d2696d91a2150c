import { Button, Popconfirm, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatTableDate } from '@/shared/format/time';
import { ListPart } from '@/shared/ui/list-part';
import { PersonName } from '@/shared/ui/person-name';
import { Panel } from '@/shared/ui/panel';
import { Refusal } from '@/shared/ui/refusal';
import { ConsentForm } from '@/features/outside/consents/consent-form';
import { useConsents, useWithdrawConsent, type Consent } from '@/features/outside/consents/use-consents';
import { NumberSearch } from '@/features/outside/number-search';
import { PurposeName } from '@/features/outside/purpose-name';
import { meansOf } from '@/features/outside/consents/means';

/** Who agreed to be called, for what and until when: found by number, recorded, withdrawn. */
export function ConsentsPart({ mayRecord }: { mayRecord: boolean }) {
  const { t } = useTranslation();
  const [number, setNumber] = useState('');
  const found = useConsents(number);
  return (
    <Panel title={t('outside.part.consents')}>
      {mayRecord ? <ConsentForm /> : null}
      <NumberSearch number={number} onSearch={setNumber} error={found.error} />
      <ListPart
        label={t('outside.part.consents')}
        query={found}
        rows={found.data?.items ?? []}
        rowKey="id"
        empty={{ title: t('outside.noConsents'), hint: t('outside.noConsentsHint') }}
        columns={[
          { key: 'id', title: t('outside.voucher'), width: 90, dataIndex: 'id' },
          { key: 'number', title: t('outside.number'), width: 130, dataIndex: 'number' },
          { key: 'purpose', title: t('outside.purposeTitle'), width: 120, render: (_, { purpose }) => <PurposeName purpose={purpose} /> },
          { key: 'means', title: t('outside.means'), width: 110, render: (_, { means }) => t(`outside.meansOf.${meansOf(means)}`) },
          { key: 'text', title: t('outside.textVersion'), width: 110, dataIndex: 'textVersion' },
          { key: 'given', title: t('outside.givenAt'), width: 110, render: (_, { givenAt }) => formatTableDate(givenAt) },
          { key: 'expires', title: t('outside.expiresAt'), width: 110, render: (_, { expiresAt }) => formatTableDate(expiresAt) },
          { key: 'by', title: t('outside.recordedBy'), width: 130, dataIndex: 'recordedBy', render: (by: string) => <PersonName account={by} /> },
          { key: 'state', title: t('outside.state'), width: 100, render: (_, consent) => <State consent={consent} now={found.dataUpdatedAt} /> },
          ...(mayRecord ? [{ key: 'act', title: t('outside.act'), width: 110, render: (_: unknown, consent: Consent) => <Withdraw consent={consent} /> }] : []),
        ]}
      />
    </Panel>
  );
}

/** How a consent stands at the time at which it was read. */
function State({ consent, now }: { consent: Consent; now: number }) {
  const { t } = useTranslation();
  if (consent.withdrawnAt !== null) {
    return <Tag color="error">{t('outside.withdrawn')}</Tag>;
  }
  return Date.parse(consent.expiresAt) <= now ? <Tag>{t('outside.expired')}</Tag> : <Tag color="success" style={{ color: 'var(--kz-ink-ready)' }}>{t('outside.stands')}</Tag>;
}

function Withdraw({ consent }: { consent: Consent }) {
  const { t } = useTranslation();
  const withdraw = useWithdrawConsent();
  if (consent.withdrawnAt !== null) {
    return null;
  }
  return (
    <>
      <Popconfirm
        title={t('outside.withdrawConfirm')}
        okText={t('common.confirm')}
        cancelText={t('common.cancel')}
        onConfirm={() => withdraw.mutate(consent.id)}
      >
        <Button size="small" loading={withdraw.isPending}>
          {t('outside.withdraw')}
        </Button>
      </Popconfirm>
      {withdraw.isError ? <Refusal error={withdraw.error} fields={[]} /> : null}
    </>
  );
}

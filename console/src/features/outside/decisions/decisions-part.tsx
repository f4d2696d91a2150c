import { Button, DatePicker, Form, Input, Select, Tag } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatTableTime } from '@/shared/format/time';
import { ListPart } from '@/shared/ui/list-part';
import { PersonName } from '@/shared/ui/person-name';
import { Panel } from '@/shared/ui/panel';
import { Refusal } from '@/shared/ui/refusal';
import { useFieldErrors } from '@/shared/ui/use-field-errors';
import { GateRules } from '@/features/outside/decisions/gate-rules';
import { useDecisions, type DecisionSearch } from '@/features/outside/decisions/use-decisions';
import { PurposeName } from '@/features/outside/purpose-name';
import { gateRules } from '@/features/outside/words';
import styles from '@/features/outside/outside-page.module.css';

const days = 7;
const fields = ['from', 'until', 'outcome', 'rule', 'number'] as const;
const outcomes = ['all', 'allowed', 'refused'] as const;

interface Wanted {
  from: Dayjs;
  until: Dayjs;
  outcome: DecisionSearch['outcome'];
  rule?: string;
  number?: string;
}

const written = ({ from, until, outcome, rule, number }: Wanted): DecisionSearch => ({
  from: from.format('YYYY-MM-DD'),
  until: until.format('YYYY-MM-DD'),
  outcome,
  rule: rule ?? '',
  number: number?.trim() ?? '',
});

/** What the gate decided, each with the rules that refused; numbers masked. */
export function DecisionsPart() {
  const { t } = useTranslation();
  const [form] = Form.useForm<Wanted>();
  const [initial] = useState<Wanted>(() => ({ from: dayjs().subtract(days, 'day'), until: dayjs(), outcome: 'all' }));
  const [search, setSearch] = useState<DecisionSearch>(() => written(initial));
  const found = useDecisions(search);
  const showAtFields = useFieldErrors(fields, (name, words) => form.setFields([{ name, errors: words }]));
  useEffect(() => {
    showAtFields(found.error);
    // Only a new answer is to be shown.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [found.error]);
  return (
    <Panel title={t('outside.part.decisions')}>
      <Form<Wanted>
        form={form}
        layout="vertical"
        requiredMark={false}
        className={styles['form']}
        initialValues={initial}
        onFinish={(wanted) => setSearch(written(wanted))}
      >
        <div className={styles['fields']}>
          <Form.Item name="from" label={t('outside.from')}>
            <DatePicker allowClear={false} style={{ width: '100%' }} />
          </Form.Item>
          <Form.Item name="until" label={t('outside.until')}>
            <DatePicker allowClear={false} style={{ width: '100%' }} />
          </Form.Item>
          <Form.Item name="outcome" label={t('outside.outcome')}>
            <Select options={outcomes.map((value) => ({ value, label: t(`outside.outcomes.${value}`) }))} />
          </Form.Item>
          <Form.Item name="rule" label={t('outside.rule')}>
            <Select allowClear placeholder={t('outside.anyRule')} options={gateRules.map((rule) => ({ value: `gate.${rule}`, label: t(`outside.rules.${rule}`) }))} />
          </Form.Item>
          <Form.Item name="number" label={t('outside.number')} extra={t('outside.numberHint')}>
            <Input autoComplete="off" inputMode="tel" maxLength={30} />
          </Form.Item>
          <Form.Item label=" " colon={false}>
            <Button type="primary" htmlType="submit">
              {t('outside.search')}
            </Button>
          </Form.Item>
        </div>
      </Form>
      {found.error === null ? null : <Refusal error={found.error} fields={fields} />}
      {found.error === null ? (
        <ListPart
          label={t('outside.part.decisions')}
          query={found}
          rows={found.data?.items ?? []}
          rowKey="id"
          empty={{ title: t('outside.noDecisions'), hint: t('outside.noDecisionsHint') }}
          columns={[
            { key: 'at', title: t('outside.at'), width: 170, render: (_, { at }) => <time dateTime={at}>{formatTableTime(at)}</time> },
            {
              key: 'allowed',
              title: t('outside.outcome'),
              width: 90,
              render: (_, { allowed }) => <Tag color={allowed ? 'success' : 'error'}>{t(allowed ? 'outside.outcomes.allowed' : 'outside.outcomes.refused')}</Tag>,
            },
            { key: 'rules', title: t('outside.rule'), render: (_, { rules }) => <GateRules rules={rules} /> },
            { key: 'stage', title: t('outside.stage'), width: 90, render: (_, { stage }) => t(stage === 'dialled' ? 'outside.stages.dialled' : 'outside.stages.asked') },
            { key: 'purpose', title: t('outside.purposeTitle'), width: 110, render: (_, { purpose }) => <PurposeName purpose={purpose} /> },
            { key: 'number', title: t('outside.called'), width: 130, dataIndex: 'number' },
            { key: 'own', title: t('outside.own'), width: 110, render: (_, { ownNumber }) => ownNumber ?? '–' },
            { key: 'voucher', title: t('outside.voucher'), width: 130, dataIndex: 'voucher' },
            { key: 'by', title: t('outside.askedBy'), width: 130, dataIndex: 'askedBy', render: (by: string) => <PersonName account={by} /> },
            { key: 'call', title: t('calls.id'), width: 170, render: (_, { call }) => call ?? '–' },
          ]}
        />
      ) : null}
    </Panel>
  );
}

import { App, Button, Form, Input, Switch } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Customer } from '@/shared/customers/customer-schema';
import { Panel } from '@/shared/ui/panel';
import { Refusal } from '@/shared/ui/refusal';
import { useFieldErrors } from '@/shared/ui/use-field-errors';
import { factKinds, useGrade, useKeepFact, type FactKind } from '@/features/customer-care/use-customer-care';
import styles from '@/features/customer-care/customer-care.module.css';

const fields = ['value'] as const;

/** One customer, masked: the mark of a VIP, and the facts by which callers are verified. */
export function CustomerCard({ customer }: { customer: Customer }) {
  const { t } = useTranslation();
  const grade = useGrade(customer.id);
  const [isVip, setVip] = useState(customer.vip);
  const change = (wanted: boolean) => {
    setVip(wanted);
    grade.mutate(wanted, { onError: () => setVip(!wanted) });
  };
  return (
    <Panel title={`${customer.name ?? t('customerCare.nameless')} · ${customer.number ?? ''}`}>
      <div className={styles['words']}>
        <label className={styles['grade']}>
          <Switch checked={isVip} loading={grade.isPending} onChange={change} /> {t('customerCare.vip')}
        </label>
        {grade.isError ? <Refusal error={grade.error} fields={[]} /> : null}
        <h3>{t('customerCare.facts')}</h3>
        <p className={styles['soft']}>{t('customerCare.factsHint')}</p>
        {factKinds.map((kind) => (
          <FactForm key={kind} customer={customer.id} kind={kind} />
        ))}
      </div>
    </Panel>
  );
}

interface FactValue {
  value: string;
}

function FactForm({ customer, kind }: { customer: string; kind: FactKind }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm<FactValue>();
  const keep = useKeepFact(customer, kind);
  const showAtFields = useFieldErrors(fields, (name, words) => form.setFields([{ name, errors: words.map(() => t(`customerCare.form.${kind}`)) }]));
  return (
    <Form<FactValue>
      form={form}
      name={kind}
      aria-label={t(`verification.kind.${kind}`)}
      layout="vertical"
      requiredMark={false}
      onFinish={({ value }) =>
        keep.mutate(value, {
          onSuccess: () => {
            form.resetFields();
            void message.success(t('customerCare.kept'));
          },
          onError: showAtFields,
        })
      }
    >
      <div className={styles['fact']}>
        <Form.Item name="value" label={t(`verification.kind.${kind}`)} initialValue="">
          <Input.Password autoComplete="new-password" visibilityToggle={false} maxLength={20} />
        </Form.Item>
        <Form.Item label=" " colon={false}>
          <Button htmlType="submit" loading={keep.isPending}>
            {t('customerCare.keep')}
          </Button>
        </Form.Item>
      </div>
      {keep.isError ? <Refusal error={keep.error} fields={fields} /> : null}
    </Form>
  );
}

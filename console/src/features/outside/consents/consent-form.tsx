import { App, Button, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Refusal } from '@/shared/ui/refusal';
import { useFieldErrors } from '@/shared/ui/use-field-errors';
import { means } from '@/features/outside/consents/means';
import { useRecordConsent, type NewConsent } from '@/features/outside/consents/use-consents';
import { purposes } from '@/features/outside/words';
import styles from '@/features/outside/outside-page.module.css';

const fields = ['number', 'purpose', 'means', 'textVersion'] as const;

/** Records what a person agreed to. */
export function ConsentForm() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm<NewConsent>();
  const record = useRecordConsent();
  const showAtFields = useFieldErrors(fields, (name, words) => form.setFields([{ name, errors: words }]));
  return (
    <Form<NewConsent>
      form={form}
      layout="vertical"
      requiredMark={false}
      className={styles['form']}
      aria-label={t('outside.recordConsent')}
      onFinish={(consent) =>
        record.mutate(consent, {
          onSuccess: () => {
            form.resetFields();
            void message.success(t('outside.consentRecorded'));
          },
          onError: showAtFields,
        })
      }
    >
      <div className={styles['fields']}>
        <Form.Item name="number" label={t('outside.personsNumber')}>
          <Input autoComplete="off" inputMode="tel" maxLength={30} />
        </Form.Item>
        <Form.Item name="purpose" label={t('outside.purposeTitle')}>
          <Select options={purposes.map((value) => ({ value, label: t(`outside.purpose.${value}`) }))} />
        </Form.Item>
        <Form.Item name="means" label={t('outside.means')}>
          <Select options={means.map((value) => ({ value, label: t(`outside.meansOf.${value}`) }))} />
        </Form.Item>
        <Form.Item name="textVersion" label={t('outside.textVersion')}>
          <Input autoComplete="off" maxLength={40} />
        </Form.Item>
        <Form.Item label=" " colon={false}>
          <Button type="primary" htmlType="submit" loading={record.isPending}>
            {t('outside.recordConsent')}
          </Button>
        </Form.Item>
      </div>
      {record.isError ? <Refusal error={record.error} fields={fields} /> : null}
    </Form>
  );
}

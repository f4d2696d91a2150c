import { Button, Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import { useHold, type HoldWish } from '@/features/auditor-desk/retention/use-hold';
import styles from '@/features/auditor-desk/retention/call-retention.module.css';

const begins = ['litigation', 'complaint', 'inspection', 'police', 'incident'] as const;
const ends = ['closed', 'mistake'] as const;

interface HoldFormProps {
  readonly call: string;
  /** The hold to lift; `null` sets a new one. */
  readonly hold: string | null;
  readonly onClose: () => void;
}

/** Asks for cause and file number before a call is held, or let go. */
export function HoldForm({ call, hold, onClose }: HoldFormProps) {
  const { t } = useTranslation();
  const act = useHold(call, hold);
  const what = hold === null ? 'set' : 'lift';
  return (
    <section aria-label={t(`retention.${what}.title`)} className={styles['form']}>
      <strong>{t(`retention.${what}.title`)}</strong>
      <p>{t(`retention.${what}.hint`)}</p>
      <Form<HoldWish>
        layout="vertical"
        requiredMark={false}
        onFinish={({ cause, reference }) => act.mutate({ cause, reference: reference.trim() }, { onSuccess: onClose })}
      >
        <Form.Item name="cause" label={t('retention.cause')} rules={[{ required: true, message: t('retention.causeRequired') }]}>
          <Radio.Group options={(hold === null ? begins : ends).map((value) => ({ value, label: t(`retention.causes.${value}`) }))} />
        </Form.Item>
        <Form.Item
          name="reference"
          label={t('retention.reference')}
          extra={t('retention.referenceHint')}
          rules={[{ required: true, whitespace: true, message: t('retention.referenceRequired') }]}
        >
          <Input maxLength={80} />
        </Form.Item>
        <div className={styles['acts']}>
          <Button type="primary" htmlType="submit" loading={act.isPending}>
            {t(`retention.${what}.ok`)}
          </Button>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
        </div>
      </Form>
      {act.isError ? <ProblemNotice error={act.error} /> : null}
    </section>
  );
}

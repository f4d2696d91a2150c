import { App, Checkbox, Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Refusal } from '@/shared/ui/refusal';
import { useFieldErrors } from '@/shared/ui/use-field-errors';
import styles from '@/features/outside/outside-page.module.css';
import { statuses, useSaveNumber, type NumberWish, type OwnNumber } from '@/features/outside/numbers/use-numbers';

const fields = ['number', 'certificate', 'scope', 'holder', 'status', 'noCallsCommitment', 'conductCommitment'] as const;
const papers = ['certificate', 'scope', 'holder', 'noCallsCommitment', 'conductCommitment'] as const;
const empty: NumberWish = {
  number: '',
  certificate: '',
  scope: '',
  holder: '',
  status: 'planned',
  outbound: false,
  noCallsCommitment: '',
  conductCommitment: '',
  filedOn: null,
};

interface NumberDialogProps {
  /** The number that is changed; `null` enters a new one. */
  readonly number: OwnNumber | null;
  readonly onClose: () => void;
}

/** What the register says of one number. */
export function NumberDialog({ number, onClose }: NumberDialogProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm<NumberWish>();
  const save = useSaveNumber(number?.id ?? null);
  const showAtFields = useFieldErrors(fields, (name, words) => form.setFields([{ name, errors: words }]));
  const send = (wish: NumberWish) =>
    save.mutate(
      { ...empty, ...number, ...wish },
      {
        onSuccess: () => {
          void message.success(t('outside.numberSaved'));
          onClose();
        },
        onError: showAtFields,
      },
    );
  return (
    <Modal
      open
      width={720}
      title={number === null ? t('outside.addNumber') : t('outside.changeNumber', { number: number.number })}
      onCancel={onClose}
      closable={{ 'aria-label': t('common.close') }}
      cancelText={t('common.cancel')}
      okText={t('outside.save')}
      okButtonProps={{ loading: save.isPending }}
      onOk={() => form.submit()}
    >
      <Form<NumberWish> form={form} layout="vertical" requiredMark={false} initialValues={number ?? empty} onFinish={send}>
        <div className={styles['fields']}>
          <Form.Item name="number" label={t('outside.number')}>
            <Input disabled={number !== null} inputMode="numeric" maxLength={20} />
          </Form.Item>
          <Form.Item name="status" label={t('outside.state')}>
            <Select options={statuses.map((value) => ({ value, label: t(`outside.statuses.${value}`) }))} />
          </Form.Item>
          {papers.map((paper) => (
            <Form.Item key={paper} name={paper} label={t(`outside.paper.${paper}`)}>
              <Input maxLength={100} />
            </Form.Item>
          ))}
        </div>
        <Form.Item name="outbound" valuePropName="checked">
          <Checkbox>{t('outside.forOutbound')}</Checkbox>
        </Form.Item>
      </Form>
      {save.isError ? <Refusal error={save.error} fields={fields} /> : null}
    </Modal>
  );
}

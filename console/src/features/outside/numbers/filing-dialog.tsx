import { App, DatePicker, Form, Modal } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Refusal } from '@/shared/ui/refusal';
import { useFieldErrors } from '@/shared/ui/use-field-errors';
import { useFileNumber, type OwnNumber } from '@/features/outside/numbers/use-numbers';

const fields = ['filedOn'] as const;

interface Filing {
  filedOn: Dayjs;
}

/** When the changes of a number were filed in the code number resource system. */
export function FilingDialog({ number, onClose }: { number: OwnNumber; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm<Filing>();
  const [initial] = useState<Filing>(() => ({ filedOn: dayjs() }));
  const file = useFileNumber(number.id);
  const showAtFields = useFieldErrors(fields, (name, words) => form.setFields([{ name, errors: words }]));
  return (
    <Modal
      open
      title={t('outside.fileNumber', { number: number.number })}
      onCancel={onClose}
      closable={{ 'aria-label': t('common.close') }}
      cancelText={t('common.cancel')}
      okText={t('outside.file')}
      okButtonProps={{ loading: file.isPending }}
      onOk={() => form.submit()}
    >
      <Form<Filing>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={initial}
        onFinish={({ filedOn }) =>
          file.mutate(filedOn.format('YYYY-MM-DD'), {
            onSuccess: () => {
              void message.success(t('outside.filedDone'));
              onClose();
            },
            onError: showAtFields,
          })
        }
      >
        <Form.Item name="filedOn" label={t('outside.filedOn')}>
          <DatePicker allowClear={false} style={{ width: '100%' }} />
        </Form.Item>
      </Form>
      {file.isError ? <Refusal error={file.error} fields={fields} /> : null}
    </Modal>
  );
}

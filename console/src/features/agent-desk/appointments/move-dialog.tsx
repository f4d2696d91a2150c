import { App, DatePicker, Form, Modal } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { Refusal } from '@/shared/ui/refusal';
import { useFieldErrors } from '@/shared/ui/use-field-errors';
import { useMoveAppointment, type Appointment } from '@/features/agent-desk/appointments/use-appointments';

const fields = ['dueAt'] as const;

interface Wish {
  dueAt: Dayjs;
}

/** Puts an appointment to another time. */
export function MoveDialog({ appointment, onClose }: { appointment: Appointment; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm<Wish>();
  const move = useMoveAppointment(appointment.id);
  const showAtFields = useFieldErrors(fields, (name, words) => form.setFields([{ name, errors: words }]));
  return (
    <Modal
      open
      title={t('appointments.moveTitle', { number: appointment.number })}
      onCancel={onClose}
      closable={{ 'aria-label': t('common.close') }}
      cancelText={t('common.cancel')}
      okText={t('appointments.save')}
      okButtonProps={{ loading: move.isPending }}
      onOk={() => form.submit()}
    >
      <Form<Wish>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ dueAt: dayjs(appointment.dueAt) }}
        onFinish={({ dueAt }) =>
          move.mutate(dueAt.toISOString(), {
            onSuccess: () => {
              void message.success(t('appointments.moved'));
              onClose();
            },
            onError: showAtFields,
          })
        }
      >
        <Form.Item name="dueAt" label={t('appointments.dueAt')}>
          <DatePicker showTime={{ format: 'HH:mm' }} format="YYYY-MM-DD HH:mm" allowClear={false} style={{ width: '100%' }} />
        </Form.Item>
      </Form>
      {move.isError ? <Refusal error={move.error} fields={fields} /> : null}
    </Modal>
  );
}

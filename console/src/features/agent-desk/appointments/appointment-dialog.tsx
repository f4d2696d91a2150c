import { App, DatePicker, Form, Input, Modal, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useConfiguration } from '@/shared/api/use-configuration';
import { Refusal } from '@/shared/ui/refusal';
import { useFieldErrors } from '@/shared/ui/use-field-errors';
import { useMakeAppointment } from '@/features/agent-desk/appointments/use-appointments';

const fields = ['number', 'voucher', 'dueAt', 'note', 'queue'] as const;

interface Wish {
  number?: string;
  voucher?: string;
  dueAt: Dayjs;
  note?: string;
  queue?: string;
}

interface AppointmentDialogProps {
  /** The call in hand, whose caller is called back; `null`: a number is typed. */
  readonly call: string | null;
  readonly onClose: () => void;
}

/** Makes an appointment: when, with whom, why, and where it goes when the agent is not there. */
export function AppointmentDialog({ call, onClose }: AppointmentDialogProps) {
  const { t, i18n } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm<Wish>();
  const [initial] = useState<Wish>(() => ({ dueAt: dayjs().add(1, 'hour').second(0).millisecond(0) }));
  const queues = useConfiguration().data?.queues ?? [];
  const make = useMakeAppointment();
  const showAtFields = useFieldErrors(fields, (name, words) => form.setFields([{ name, errors: words }]));
  const send = ({ number, voucher, dueAt, note, queue }: Wish) =>
    make.mutate(
      { call, number: number?.trim() ?? '', voucher: voucher?.trim() ?? '', dueAt: dueAt.toISOString(), note: note ?? '', queue: queue ?? '' },
      {
        onSuccess: () => {
          void message.success(t('appointments.made'));
          onClose();
        },
        onError: showAtFields,
      },
    );
  return (
    <Modal
      open
      title={t('appointments.make')}
      onCancel={onClose}
      closable={{ 'aria-label': t('common.close') }}
      cancelText={t('common.cancel')}
      okText={t('appointments.save')}
      okButtonProps={{ loading: make.isPending }}
      onOk={() => form.submit()}
    >
      <Form<Wish> form={form} layout="vertical" requiredMark={false} initialValues={initial} onFinish={send}>
        {call === null ? (
          <>
            <Form.Item name="number" label={t('appointments.number')}>
              <Input autoComplete="off" inputMode="tel" maxLength={30} />
            </Form.Item>
            <Form.Item name="voucher" label={t('appointments.voucher')} extra={t('appointments.voucherHint')}>
              <Input autoComplete="off" inputMode="numeric" maxLength={18} />
            </Form.Item>
          </>
        ) : (
          <p>{t('appointments.ofCall')}</p>
        )}
        <Form.Item name="dueAt" label={t('appointments.dueAt')}>
          <DatePicker showTime={{ format: 'HH:mm' }} format="YYYY-MM-DD HH:mm" allowClear={false} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="note" label={t('appointments.note')}>
          <Input.TextArea rows={2} maxLength={500} showCount />
        </Form.Item>
        <Form.Item name="queue" label={t('appointments.queue')} extra={t('appointments.queueHint')}>
          <Select allowClear options={queues.map(({ code, zh, en }) => ({ value: code, label: i18n.resolvedLanguage === 'en' ? en : zh }))} />
        </Form.Item>
      </Form>
      {make.isError ? <Refusal error={make.error} fields={fields} /> : null}
    </Modal>
  );
}

import { Form, Input, Modal, type InputRef } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import { useDisclosure, type ClearParty } from '@/features/agent-desk/customer/use-disclosure';

interface DisclosureDialogProps {
  readonly id: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onDisclosed: (party: ClearParty) => void;
}

/** Asks for the reason before a name and a number are shown in clear. */
export function DisclosureDialog({ id, isOpen, onClose, onDisclosed }: DisclosureDialogProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ reason: string }>();
  const input = useRef<InputRef>(null);
  const disclosure = useDisclosure(id);
  return (
    <Modal
      open={isOpen}
      title={t('agent.customer.revealTitle')}
      okText={t('agent.customer.show')}
      cancelText={t('common.cancel')}
      confirmLoading={disclosure.isPending}
      width={440}
      destroyOnHidden
      closable={{ 'aria-label': t('common.close') }}
      onOk={() => form.submit()}
      onCancel={onClose}
      afterOpenChange={(open) => open && input.current?.focus()}
    >
      <p style={{ marginBottom: 12 }}>{t('agent.customer.revealHint')}</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        preserve={false}
        onFinish={({ reason }) => disclosure.mutate({ reason: reason.trim() }, { onSuccess: onDisclosed })}
      >
        <Form.Item
          name="reason"
          label={t('agent.customer.reason')}
          rules={[{ required: true, whitespace: true, message: t('agent.customer.reasonRequired') }]}
        >
          <Input ref={input} placeholder={t('agent.customer.reasonPlaceholder')} maxLength={200} />
        </Form.Item>
      </Form>
      {disclosure.isError ? <ProblemNotice error={disclosure.error} /> : null}
    </Modal>
  );
}

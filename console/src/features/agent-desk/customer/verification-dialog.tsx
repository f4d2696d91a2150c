import { Alert, Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatClock } from '@/shared/format/time';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import { factKinds, useVerify, type FactKind, type Verification } from '@/features/agent-desk/customer/use-verification';

interface VerificationDialogProps {
  readonly call: string;
  readonly standing: Verification;
  readonly onClose: () => void;
}

type Answers = Partial<Record<FactKind, string>>;

/** Asks for what only the customer knows. Nothing that is typed here is shown, or kept. */
export function VerificationDialog({ call, standing, onClose }: VerificationDialogProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Answers>();
  const verify = useVerify(call);
  const compare = (answers: Answers) =>
    verify.mutate(answers, {
      onSuccess: (now) => {
        form.resetFields();
        if (now.state === 'passed' || now.state === 'locked') {
          onClose();
        }
      },
    });
  const until = standing.lockedUntil === null ? '' : formatClock(standing.lockedUntil);
  return (
    <Modal
      open
      title={t('verification.title')}
      okText={t('verification.compare')}
      cancelText={t('common.cancel')}
      confirmLoading={verify.isPending}
      width={440}
      closable={{ 'aria-label': t('common.close') }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p style={{ marginBottom: 12 }}>{t('verification.hint', { asks: standing.asks, count: standing.kinds.length })}</p>
      <Form form={form} layout="vertical" requiredMark={false} autoComplete="off" onFinish={compare}>
        {factKinds
          .filter((kind) => standing.kinds.includes(kind))
          .map((kind) => (
            <Form.Item key={kind} name={kind} label={t(`verification.kind.${kind}`)}>
              <Input.Password autoComplete="off" visibilityToggle={false} maxLength={12} />
            </Form.Item>
          ))}
      </Form>
      {verify.data?.state === 'open' ? (
        <Alert type="warning" showIcon role="alert" title={t('verification.left', { left: verify.data.left })} />
      ) : null}
      {standing.state === 'locked' ? (
        <Alert type="error" showIcon role="alert" title={t('verification.state.locked', { until })} />
      ) : null}
      {verify.isError ? <ProblemNotice error={verify.error} title={t('verification.failed')} /> : null}
    </Modal>
  );
}

import { Alert, Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { asRequestError } from '@/shared/api/problem';
import { formatDuration } from '@/shared/format/time';
import type { Me } from '@/shared/session/me';
import { useSignIn, type SignInForm as SignInValues } from '@/shared/session/use-sign-in';
import { ProblemNotice } from '@/shared/ui/problem-notice';

interface SignInFormProps {
  readonly onSignedIn: (me: Me) => void;
  /** The account that must sign in again. */
  readonly user?: string;
}

/** Account, password and, for those who have it, the one-time code. What was typed stays after a refusal. */
export function SignInForm({ onSignedIn, user }: SignInFormProps) {
  const { t } = useTranslation();
  const signIn = useSignIn();
  return (
    <Form<SignInValues>
      layout="vertical"
      requiredMark={false}
      initialValues={{ user: user ?? '' }}
      onFinish={(values) => signIn.mutate(values, { onSuccess: onSignedIn })}
    >
      {signIn.isError ? (
        <Form.Item>
          <Refusal error={signIn.error} />
        </Form.Item>
      ) : null}
      <Form.Item name="user" label={t('signIn.user')} rules={[{ required: true, message: t('signIn.userRequired') }]}>
        <Input size="large" autoComplete="username" autoFocus={user === undefined} spellCheck={false} />
      </Form.Item>
      <Form.Item
        name="password"
        label={t('signIn.password')}
        rules={[{ required: true, message: t('signIn.passwordRequired') }]}
      >
        <Input.Password size="large" autoComplete="current-password" autoFocus={user !== undefined} />
      </Form.Item>
      <Form.Item name="totp" label={t('signIn.totp')} extra={t('signIn.totpHint')}>
        <Input size="large" autoComplete="one-time-code" inputMode="numeric" maxLength={8} />
      </Form.Item>
      <Button type="primary" size="large" htmlType="submit" block loading={signIn.isPending}>
        {t('signIn.submit')}
      </Button>
    </Form>
  );
}

function Refusal({ error }: { error: unknown }) {
  const { t } = useTranslation();
  const problem = asRequestError(error);
  if (problem.status === 423) {
    const wait = formatDuration((problem.problem.retryAfterSeconds ?? 60) * 1000);
    return <Alert type="warning" role="alert" showIcon title={t('signIn.locked', { wait })} />;
  }
  if (problem.status === 401) {
    return <Alert type="error" role="alert" showIcon title={t('signIn.refused')} />;
  }
  return <ProblemNotice error={problem} />;
}

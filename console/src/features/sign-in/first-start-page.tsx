import { Alert, App, Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { asRequestError } from '@/shared/api/problem';
import { Brand } from '@/shared/ui/brand';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import { useCreateAdministrator, type NewAdministrator } from '@/features/sign-in/use-create-administrator';
import styles from '@/features/sign-in/sign-in-page.module.css';

/** The first start of an empty platform: the installer's token makes the first administrator. */
export function FirstStartPage() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const create = useCreateAdministrator();
  const required = [{ required: true, message: t('firstStart.required') }];
  const submit = (administrator: NewAdministrator) =>
    create.mutate(administrator, {
      onSuccess: () => {
        void message.success(t('firstStart.done'));
        void navigate('/sign-in');
      },
    });
  return (
    <div className={styles['page']}>
      <main className={styles['card']}>
        <div className={styles['head']}>
          <Brand large />
        </div>
        <h1 className={styles['title']}>{t('firstStart.title')}</h1>
        <p className={styles['hint']}>{t('firstStart.hint')}</p>
        <Form<NewAdministrator> layout="vertical" requiredMark={false} onFinish={submit}>
          {create.isError ? (
            <Form.Item>
              <Refusal error={create.error} />
            </Form.Item>
          ) : null}
          <Form.Item name="token" label={t('firstStart.token')} rules={required}>
            <Input.Password size="large" autoComplete="off" autoFocus />
          </Form.Item>
          <Form.Item name="user" label={t('firstStart.user')} rules={required}>
            <Input size="large" autoComplete="username" />
          </Form.Item>
          <Form.Item
            name="password"
            label={t('firstStart.password')}
            extra={t('firstStart.passwordHint')}
            rules={[...required, { min: 12, message: t('firstStart.passwordHint') }]}
          >
            <Input.Password size="large" autoComplete="new-password" />
          </Form.Item>
          <Button type="primary" size="large" htmlType="submit" block loading={create.isPending}>
            {t('firstStart.submit')}
          </Button>
        </Form>
        <p className={styles['first']}>
          <Link to="/sign-in">{t('firstStart.back')}</Link>
        </p>
      </main>
    </div>
  );
}

function Refusal({ error }: { error: unknown }) {
  const { t } = useTranslation();
  const { status } = asRequestError(error);
  const isRefused = status === 401 || status === 403 || status === 409;
  return isRefused ? <Alert type="error" role="alert" showIcon title={t('firstStart.refused')} /> : <ProblemNotice error={error} />;
}

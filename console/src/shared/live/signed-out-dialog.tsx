import { App, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLive, useLiveConnection } from '@/shared/live/live-context';
import type { Me } from '@/shared/session/me';
import { SignInForm } from '@/shared/session/sign-in-form';

/** When the sign-in has ended, asks for it over the desk, which stays as it is, and so does a running call. */
export function SignedOutDialog({ user, inCall = false }: { user: string; inCall?: boolean }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const connection = useLiveConnection();
  const isOpen = useLive((state) => state.connection === 'signed-out');
  const goOn = (me: Me) => {
    if (me.user === user) {
      connection.resume();
    } else {
      void message.info(t('signIn.otherUser'));
      location.assign('/');
    }
  };
  return (
    <Modal open={isOpen} title={t('common.expired.title')} footer={null} closable={false} keyboard={false} width={400} destroyOnHidden>
      <p style={{ marginBottom: 16 }}>
        {t('common.expired.text')} {inCall ? t('common.expired.inCall') : null}
      </p>
      <SignInForm user={user} onSignedIn={goOn} />
    </Modal>
  );
}

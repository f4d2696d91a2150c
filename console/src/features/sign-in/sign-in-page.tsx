import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Me } from '@/shared/session/me';
import { SignInForm } from '@/shared/session/sign-in-form';
import { AppearanceSwitch } from '@/shared/ui/appearance-switch';
import { Brand } from '@/shared/ui/brand';
import { LanguageSwitch } from '@/shared/ui/language-switch';
import styles from '@/features/sign-in/sign-in-page.module.css';

export function SignInPage({ onSignedIn }: { onSignedIn: (me: Me) => void }) {
  const { t } = useTranslation();
  return (
    <div className={styles['page']}>
      <main className={styles['card']}>
        <div className={styles['head']}>
          <Brand large />
          <p className={styles['tagline']}>{t('signIn.tagline')}</p>
        </div>
        <h1 className="kz-only-heard">{t('signIn.title')}</h1>
        <SignInForm onSignedIn={onSignedIn} />
        <p className={styles['first']}>
          <Link to="/first-start">{t('signIn.firstStart')}</Link>
        </p>
      </main>
      <footer className={styles['foot']}>
        <LanguageSwitch />
        <AppearanceSwitch />
      </footer>
    </div>
  );
}

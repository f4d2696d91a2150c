import { DownOutlined } from '@ant-design/icons';
import { App, Button, Popover } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Me } from '@/shared/session/me';
import { useSignOut } from '@/shared/session/use-sign-out';
import { AppearanceSwitch } from '@/shared/ui/appearance-switch';
import { LanguageSwitch } from '@/shared/ui/language-switch';
import styles from '@/shared/ui/account-menu.module.css';

interface AccountMenuProps {
  readonly me: Me;
  /** Why signing out is not possible now; absent when it is. */
  readonly staysBecause?: string | undefined;
}

/** The person's name; behind it language, appearance and signing out. */
export function AccountMenu({ me, staysBecause }: AccountMenuProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      content={<AccountChoices me={me} staysBecause={staysBecause} />}
    >
      <Button type="text" aria-label={t('common.account.menu')} aria-expanded={open} className={styles['button'] ?? ''}>
        <span className={styles['name']}>{me.displayName}</span>
        <DownOutlined aria-hidden className={styles['arrow']} />
      </Button>
    </Popover>
  );
}

function AccountChoices({ me, staysBecause }: AccountMenuProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const signOut = useSignOut();
  return (
    <div className={styles['menu']}>
      <div>
        <div className={styles['who']}>{me.displayName}</div>
        <div className={styles['soft']}>
          {t(`common.role.${me.role}`)} · {me.user}
        </div>
      </div>
      <div className={styles['row']}>
        <span>{t('common.language')}</span>
        <LanguageSwitch />
      </div>
      <div className={styles['row']}>
        <span>{t('common.appearance.label')}</span>
        <AppearanceSwitch />
      </div>
      <Button
        block
        disabled={staysBecause !== undefined}
        loading={signOut.isPending}
        onClick={() => signOut.mutate(undefined, { onError: () => void message.error(t('common.account.signOutFailed')) })}
      >
        {t('common.account.signOut')}
      </Button>
      {staysBecause ? <div className={styles['soft']}>{staysBecause}</div> : null}
    </div>
  );
}

import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import styles from '@/features/agent-desk/phone-menu.module.css';

interface MobileChoiceProps {
  /** Masked; `null` when no supervisor has set one. */
  readonly number: string | null;
  readonly isChosen: boolean;
  readonly isPending: boolean;
  readonly isDisabled: boolean;
  readonly onUse: () => void;
}

/** The own mobile: which it is, how a call is taken there, and what it cannot do. Nobody types a number here. */
export function MobileChoice({ number, isChosen, isPending, isDisabled, onUse }: MobileChoiceProps) {
  const { t } = useTranslation();
  if (number === null) {
    return <p className={styles['soft']}>{t('phone.mobileNone')}</p>;
  }
  return (
    <>
      <p className={styles['soft']}>{t('phone.mobileHow', { number })}</p>
      <p className={styles['soft']}>{t('phone.mobileCannot')}</p>
      {isChosen ? null : (
        <Button block loading={isPending} disabled={isDisabled} onClick={onUse}>
          {t('phone.useMobile', { number })}
        </Button>
      )}
    </>
  );
}

import { EyeInvisibleOutlined, EyeOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DisclosureDialog } from '@/features/agent-desk/customer/disclosure-dialog';
import type { ClearParty } from '@/features/agent-desk/customer/use-disclosure';
import styles from '@/features/agent-desk/customer/customer-card.module.css';

const shownSeconds = 30;

interface CustomerIdentityProps {
  readonly id: string;
  readonly name: string | null;
  readonly number: string | null;
}

/** Name and number, masked; in clear for half a minute after a reason was given. */
export function CustomerIdentity({ id, name, number }: CustomerIdentityProps) {
  const { t } = useTranslation();
  const [clear, setClear] = useState<ClearParty | null>(null);
  const [isAsking, setAsking] = useState(false);
  const left = useSecondsLeft(clear, () => setClear(null));
  return (
    <div className={styles['identity']}>
      <div>
        <p className={styles['name']}>{clear?.name ?? name ?? t('agent.customer.unknown')}</p>
        <p className={styles['number']}>{clear?.number ?? number ?? '–'}</p>
      </div>
      {clear === null ? (
        <Button icon={<EyeOutlined aria-hidden />} onClick={() => setAsking(true)}>
          {t('agent.customer.reveal')}
        </Button>
      ) : (
        <div className={styles['shown']}>
          <span>{t('agent.customer.hidesIn', { seconds: left })}</span>
          <Button icon={<EyeInvisibleOutlined aria-hidden />} onClick={() => setClear(null)}>
            {t('agent.customer.hide')}
          </Button>
        </div>
      )}
      <DisclosureDialog
        id={id}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        onDisclosed={(party) => {
          setAsking(false);
          setClear(party);
        }}
      />
    </div>
  );
}

function useSecondsLeft(clear: ClearParty | null, onOver: () => void): number {
  const [shown, setShown] = useState({ clear, left: shownSeconds });
  if (shown.clear !== clear) {
    setShown({ clear, left: shownSeconds });
  }
  useEffect(() => {
    if (clear === null) {
      return undefined;
    }
    const timer = setInterval(() => setShown((before) => ({ ...before, left: before.left - 1 })), 1000);
    return () => clearInterval(timer);
  }, [clear]);
  useEffect(() => {
    if (clear !== null && shown.left <= 0) {
      onOver();
    }
  });
  return Math.max(0, shown.left);
}

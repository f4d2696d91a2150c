import { EyeInvisibleOutlined, EyeOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DisclosureDialog } from '@/features/agent-desk/customer/disclosure-dialog';
import { useDisclosure, type ClearParty } from '@/features/agent-desk/customer/use-disclosure';
import { useVerification } from '@/features/agent-desk/customer/use-verification';
import styles from '@/features/agent-desk/customer/customer-card.module.css';

const shownSeconds = 30;

interface CustomerIdentityProps {
  readonly id: string;
  readonly name: string | null;
  readonly number: string | null;
  readonly call?: string;
}

/** Name and number, masked; in clear for half a minute after a reason was given, or the caller was verified. */
export function CustomerIdentity({ id, name, number, call }: CustomerIdentityProps) {
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
        <div className={styles['shown']}>
          {call === undefined ? null : <ShowVerified id={id} call={call} onDisclosed={setClear} />}
          <Button icon={<EyeOutlined aria-hidden />} onClick={() => setAsking(true)}>
            {t('agent.customer.reveal')}
          </Button>
        </div>
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

/** Shows without a reason, once the caller was verified in this call. */
function ShowVerified({ id, call, onDisclosed }: { id: string; call: string; onDisclosed: (party: ClearParty) => void }) {
  const { t } = useTranslation();
  const isPassed = useVerification(call).data?.state === 'passed';
  const disclosure = useDisclosure(id);
  return isPassed ? (
    <Button
      type="primary"
      icon={<EyeOutlined aria-hidden />}
      loading={disclosure.isPending}
      onClick={() => disclosure.mutate({ call }, { onSuccess: onDisclosed })}
    >
      {t('verification.show')}
    </Button>
  ) : null;
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

import { SafetyCertificateOutlined } from '@ant-design/icons';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatClock } from '@/shared/format/time';
import { VerificationDialog } from '@/features/agent-desk/customer/verification-dialog';
import { useVerification } from '@/features/agent-desk/customer/use-verification';
import styles from '@/features/agent-desk/customer/customer-card.module.css';

const colours = { none: 'default', open: 'default', passed: 'success', locked: 'error' } as const;

/** Whether the caller has proved to be the customer in this call, and the way to ask. */
export function VerificationPanel({ call }: { call: string }) {
  const { t } = useTranslation();
  const [isAsking, setAsking] = useState(false);
  const standing = useVerification(call).data;
  if (standing === undefined) {
    return null;
  }
  const until = standing.lockedUntil === null ? '' : formatClock(standing.lockedUntil);
  return (
    <div className={styles['shown']}>
      <Tag color={colours[standing.state]}>{t(`verification.state.${standing.state}`, { until })}</Tag>
      {standing.state === 'open' ? (
        <Button size="small" icon={<SafetyCertificateOutlined aria-hidden />} onClick={() => setAsking(true)}>
          {t('verification.ask')}
        </Button>
      ) : null}
      {isAsking ? <VerificationDialog call={call} standing={standing} onClose={() => setAsking(false)} /> : null}
    </div>
  );
}

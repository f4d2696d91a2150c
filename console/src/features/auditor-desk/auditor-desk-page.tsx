import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Me } from '@/shared/session/me';
import { AccountMenu } from '@/shared/ui/account-menu';
import { TopBar } from '@/shared/ui/top-bar';
import { AuditedCalls } from '@/features/auditor-desk/audited-calls';
import { CallDrawer } from '@/features/auditor-desk/call-drawer';
import styles from '@/features/auditor-desk/auditor-desk-page.module.css';

/** The auditor's desk: every call, and behind each the facts, the decisions and where they stand in the journal. */
export function AuditorDeskPage({ me }: { me: Me }) {
  const { t } = useTranslation();
  const [call, setCall] = useState<string | null>(null);
  return (
    <div className={styles['page']}>
      <TopBar title={t('auditor.title')} end={<AccountMenu me={me} />} />
      <main className={styles['main']}>
        <AuditedCalls openCall={call} onOpen={setCall} />
      </main>
      <CallDrawer call={call} onClose={() => setCall(null)} />
    </div>
  );
}

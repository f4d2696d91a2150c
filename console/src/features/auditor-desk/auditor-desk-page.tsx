import { useTranslation } from 'react-i18next';
import { Navigate, useNavigate, useParams } from 'react-router';
import type { Me } from '@/shared/session/me';
import { AccountMenu } from '@/shared/ui/account-menu';
import { DeskNav } from '@/shared/ui/desk-nav';
import { TopBar } from '@/shared/ui/top-bar';
import { AuditedCalls } from '@/features/auditor-desk/audited-calls';
import { CallDrawer } from '@/features/auditor-desk/call-drawer';
import { ClaimBoard } from '@/features/auditor-desk/claims/claim-board';
import { ClaimDrawer } from '@/features/auditor-desk/claims/claim-drawer';
import { PackDrawer } from '@/features/auditor-desk/packs/pack-drawer';
import { PackList } from '@/features/auditor-desk/packs/pack-list';
import { RecordingsPage } from '@/features/auditor-desk/samples/recordings-page';
import styles from '@/features/auditor-desk/auditor-desk-page.module.css';

const parts = ['claims', 'calls', 'recordings', 'packs'] as const;

/**
 * The auditor's desk: what the licence says and whether it holds; every call with what proves it; the packs. What is open
 * stands in the address, so that it can be kept and handed on: ids only, never a person's data.
 */
export function AuditorDeskPage({ me }: { me: Me }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { part, id } = useParams();
  const shown = parts.find((candidate) => candidate === part);
  if (shown === undefined) {
    return <Navigate to="/auditor/claims" replace />;
  }
  const open = (opened: string) => void navigate(`/auditor/${shown}/${encodeURIComponent(opened)}`);
  const close = () => void navigate(`/auditor/${shown}`);
  const openIn = (wanted: (typeof parts)[number]) => (shown === wanted ? (id ?? null) : null);
  return (
    <div className={styles['page']}>
      <TopBar title={t('auditor.title')} end={<AccountMenu me={me} />}>
        <DeskNav role={me.role} />
      </TopBar>
      <main className={styles['main']}>
        {shown === 'claims' ? <ClaimBoard openClaim={openIn('claims')} onOpen={open} /> : null}
        {shown === 'calls' ? <AuditedCalls openCall={openIn('calls')} onOpen={open} /> : null}
        {shown === 'recordings' ? <RecordingsPage onOpen={open} /> : null}
        {shown === 'packs' ? <PackList openPack={openIn('packs')} onOpen={open} /> : null}
      </main>
      <ClaimDrawer claim={openIn('claims')} onClose={close} />
      <CallDrawer call={openIn('calls') ?? openIn('recordings')} onClose={close} />
      <PackDrawer pack={openIn('packs')} onClose={close} />
    </div>
  );
}

import { Skeleton, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatPreciseClock, formatTableDate, formatTableTime } from '@/shared/format/time';
import { roleSchema } from '@/shared/session/me';
import { PersonName } from '@/shared/ui/person-name';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import { Seal } from '@/shared/ui/seal';
import { useLedgerEntries, type LedgerEntry } from '@/features/auditor-desk/use-ledger-entries';
import styles from '@/features/auditor-desk/auditor-desk-page.module.css';

const knownActions = [
  'recording-stored',
  'recording-played',
  'recording-paused',
  'recording-destroyed',
  'hold-set',
  'hold-lifted',
  'call-viewed',
  'customer-disclosed',
  'pack-made',
  'pack-sealed',
  'pack-downloaded',
  'claim-changed',
  'probe-ran-by-hand',
  'equipment-filed',
  'journal-sealed',
  'session-refused',
] as const;

/** Who looked at a call, heard it or packed it: the audit ledger's entries, each with its proof. */
export function WhoLooked({ call }: { call: string }) {
  const { t } = useTranslation();
  const entries = useLedgerEntries('call', call);
  if (entries.isPending) {
    return <Skeleton active title={false} paragraph={{ rows: 2 }} />;
  }
  if (entries.isError) {
    return <ProblemNotice error={entries.error} onRetry={() => void entries.refetch()} />;
  }
  if (entries.data.length === 0) {
    return <p className={styles['soft']}>{t('ledger.noEntries')}</p>;
  }
  const roleName = (role: string | null) => {
    const known = roleSchema.safeParse(role);
    return known.success ? t(`common.role.${known.data}`) : t('ledger.platform');
  };
  const actionName = (action: string) => {
    const known = knownActions.find((candidate) => candidate === action.replaceAll('.', '-'));
    return known ? t(`ledger.actions.${known}`) : action;
  };
  return (
    <>
      <p className={styles['lead']}>{t('ledger.lookedHint')}</p>
      <Table<LedgerEntry>
        size="small"
        rowKey={(entry) => `${entry.at} ${entry.action}`}
        aria-label={t('ledger.looked')}
        pagination={entries.data.length > 8 ? { pageSize: 8, size: 'small', showSizeChanger: false } : false}
        dataSource={entries.data}
        columns={[
          { key: 'at', title: t('ledger.at'), width: 160, render: (_, entry) => <time dateTime={entry.at}>{formatTableTime(entry.at)}</time> },
          { key: 'actor', title: t('ledger.actor'), render: (_, entry) => (entry.role === null || entry.role === 'platform' ? t('ledger.platform') : <PersonName account={entry.actor} />) },
          { key: 'role', title: t('ledger.role'), render: (_, entry) => roleName(entry.role) },
          { key: 'action', title: t('ledger.action'), render: (_, entry) => actionName(entry.action) },
          { key: 'proof', title: t('ledger.proof'), width: 130, render: (_, entry) => <LedgerSeal entry={entry} /> },
        ]}
      />
    </>
  );
}

function LedgerSeal({ entry }: { entry: LedgerEntry }) {
  const { t } = useTranslation();
  const { index } = entry;
  if (index === null) {
    return <span className={styles['soft']}>{t('ledger.pending')}</span>;
  }
  return (
    <Seal
      label={t('ledger.seal.label')}
      words={t('ledger.seal.short', { index })}
      hint={t('ledger.seal.hint', { index })}
      facts={[
        [t('ledger.seal.at'), `${formatTableDate(entry.at)} ${formatPreciseClock(entry.at)}`],
        [t('ledger.seal.verifiedBy'), t('ledger.seal.merkle')],
      ]}
      copy={{ label: t('ledger.seal.copy'), value: String(index) }}
    />
  );
}

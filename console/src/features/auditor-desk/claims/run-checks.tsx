import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSaid } from '@/shared/api/said';
import { formatPreciseClock, formatTableDate } from '@/shared/format/time';
import { shortHash } from '@/shared/format/size';
import { Hash, Seal } from '@/shared/ui/seal';
import { Verdict } from '@/shared/ui/verdict';
import type { Check, Run } from '@/features/auditor-desk/claims/claim-schema';
import desk from '@/features/auditor-desk/auditor-desk-page.module.css';
import styles from '@/features/auditor-desk/claims/claims.module.css';

/** What a run looked at: each check with what was expected and what was seen. */
export function RunChecks({ checks }: { checks: readonly Check[] }) {
  const { t } = useTranslation();
  const said = useSaid();
  if (checks.length === 0) {
    return <p className={desk['soft']}>{t('claims.noChecks')}</p>;
  }
  return (
    <Table<Check>
      size="small"
      rowKey="code"
      aria-label={t('claims.check')}
      pagination={false}
      dataSource={checks}
      columns={[
        {
          key: 'result',
          title: t('claims.result'),
          width: 92,
          render: (_, check) => (
            <Verdict kind={check.holds ? 'good' : 'bad'} word={check.holds ? t('claims.outcome.holds') : t('claims.outcome.disproved')} />
          ),
        },
        { key: 'check', title: t('claims.check'), render: (_, check) => said(check) },
        { key: 'expected', title: t('claims.expected'), width: '24%', render: (_, check) => <Evidence text={check.expected} /> },
        { key: 'observed', title: t('claims.observed'), width: '28%', render: (_, check) => <Evidence text={check.observed} /> },
      ]}
    />
  );
}

/** What a probe saw, as it was: cipher stays cipher. */
function Evidence({ text }: { text: string | null }) {
  return text === null || text === '' ? '–' : <span className={styles['evidence']}>{text}</span>;
}

/** The run's place in the chain of all runs of its probe. */
export function RunSeal({ run }: { run: Run }) {
  const { t } = useTranslation();
  if (run.hash === null) {
    return null;
  }
  return (
    <Seal
      label={t('claims.chain.label')}
      words={shortHash(run.hash)}
      hint={t('claims.chain.hint')}
      facts={[
        [t('claims.chain.hash'), <Hash key="hash" value={run.hash} />],
        [t('claims.chain.previous'), run.previousHash ? <Hash key="previous" value={run.previousHash} /> : t('claims.chain.first')],
        ...(run.endedAt ? [[t('claims.chain.at'), `${formatTableDate(run.endedAt)} ${formatPreciseClock(run.endedAt)}`] as const] : []),
        [t('claims.chain.verifiedBy'), t('claims.chain.chain')],
      ]}
      copy={{ label: t('claims.chain.copy'), value: run.hash }}
    />
  );
}

import { Alert, Skeleton, Table, type TableColumnsType } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSaid } from '@/shared/api/said';
import { formatDuration, formatTableTime } from '@/shared/format/time';
import { Panel } from '@/shared/ui/panel';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import { QuietEmpty } from '@/shared/ui/quiet-empty';
import { ClaimHistory } from '@/features/auditor-desk/claims/claim-history';
import { claimStates, type Claim } from '@/features/auditor-desk/claims/claim-schema';
import { useClaims } from '@/features/auditor-desk/claims/use-claims';
import { useMend } from '@/features/auditor-desk/claims/use-mend';
import { ClaimVerdict, useProbeName } from '@/features/auditor-desk/claims/verdicts';
import desk from '@/features/auditor-desk/auditor-desk-page.module.css';
import styles from '@/features/auditor-desk/claims/claims.module.css';

interface ClaimBoardProps {
  readonly openClaim: string | null;
  readonly onOpen: (claim: string) => void;
}

/** The licence's sentences, one a row: whether each holds, since when, proven by what, and how to mend it. */
export function ClaimBoard({ openClaim, onOpen }: ClaimBoardProps) {
  const { t } = useTranslation();
  const claims = useClaims();
  const columns = useColumns(onOpen);
  return (
    <Panel
      title={t('claims.board')}
      isStale={claims.isError && claims.data !== undefined}
      extra={claims.data ? <Summary claims={claims.data} /> : null}
    >
      {claims.isPending ? (
        <div className={styles['padded']}>
          <Skeleton active title={false} paragraph={{ rows: 10, width: '100%' }} />
        </div>
      ) : null}
      {claims.isError ? (
        <div className={styles['padded']}>
          <ProblemNotice error={claims.error} onRetry={() => void claims.refetch()} />
          {claims.data ? <Stale since={claims.dataUpdatedAt} now={claims.errorUpdatedAt} /> : null}
        </div>
      ) : null}
      {claims.data?.length === 0 ? <QuietEmpty title={t('claims.empty')} hint={t('claims.emptyHint')} /> : null}
      {claims.data && claims.data.length > 0 ? (
        <Table<Claim>
          rowKey="id"
          aria-label={t('claims.board')}
          columns={columns}
          dataSource={claims.data}
          pagination={false}
          sticky
          rowClassName={(claim) => (claim.id === openClaim ? (styles['open'] ?? '') : '')}
          onRow={(claim) => ({ onClick: () => onOpen(claim.id), style: { cursor: 'pointer' } })}
        />
      ) : null}
    </Panel>
  );
}

function Stale({ since, now }: { since: number; now: number }) {
  const { t } = useTranslation();
  return <Alert type="warning" showIcon title={t('claims.stale', { age: formatDuration(now - since) })} />;
}

function Summary({ claims }: { claims: readonly Claim[] }) {
  const { t } = useTranslation();
  const [green = 0, red = 0, unproven = 0, document = 0] = claimStates.map(
    (state) => claims.filter((claim) => claim.state === state).length,
  );
  return (
    <p className={desk['soft']} role="status">
      {t('claims.summary', { green, red, unproven, document })}
    </p>
  );
}

function useColumns(onOpen: (claim: string) => void): TableColumnsType<Claim> {
  const { t } = useTranslation();
  const said = useSaid();
  const mend = useMend();
  return useMemo<TableColumnsType<Claim>>(
    () => [
      {
        key: 'claim',
        title: t('claims.claim'),
        render: (_, claim) => (
          <>
            <button
              type="button"
              className={styles['sentence']}
              aria-label={t('claims.open', { sentence: said(claim.sentence) })}
              onClick={() => onOpen(claim.id)}
            >
              {said(claim.sentence)}
            </button>
            {claim.reference ? <div className={styles['small']}>{t('claims.reference', { reference: claim.reference })}</div> : null}
          </>
        ),
      },
      {
        key: 'state',
        title: t('claims.stateTitle'),
        width: 184,
        render: (_, claim) => (
          <>
            <ClaimVerdict state={claim.state} />
            {claim.since && claim.kind === 'live' ? <div className={styles['since']}>{t('claims.since', { at: formatTableTime(claim.since) })}</div> : null}
          </>
        ),
      },
      { key: 'proof', title: t('claims.proof'), width: 232, render: (_, claim) => <Proof claim={claim} /> },
      { key: 'history', title: t('claims.history'), width: 196, render: (_, claim) => <ClaimHistory history={claim.history} /> },
      {
        key: 'mend',
        title: t('claims.mend'),
        width: '24%',
        render: (_, claim) => <span className={styles['mend']}>{mend(claim)}</span>,
      },
    ],
    [t, said, mend, onOpen],
  );
}

/** When and by what. */
function Proof({ claim }: { claim: Claim }) {
  const { t } = useTranslation();
  const said = useSaid();
  const probeName = useProbeName();
  if (claim.provenBy === null) {
    return <span className={styles['small']}>{t('claims.byDocument')}</span>;
  }
  const isOpen = claim.state === 'unproven';
  return (
    <>
      <div>{probeName(claim.provenBy)}</div>
      <div className={styles['small']}>
        {isOpen && claim.why ? said(claim.why) : claim.lastRun ? t('claims.ranAt', { at: formatTableTime(claim.lastRun.startedAt) }) : t('claims.never')}
      </div>
    </>
  );
}

import { App, Button, Skeleton, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSaid } from '@/shared/api/said';
import { formatMicros, formatTableTime, millisBetween } from '@/shared/format/time';
import { Facts } from '@/shared/ui/facts';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import { SideSheet } from '@/shared/ui/side-sheet';
import { ClaimHistory } from '@/features/auditor-desk/claims/claim-history';
import type { ClaimFile, Run } from '@/features/auditor-desk/claims/claim-schema';
import { EquipmentList } from '@/shared/equipment/equipment-list';
import { RunChecks, RunSeal } from '@/features/auditor-desk/claims/run-checks';
import { useClaim } from '@/features/auditor-desk/claims/use-claims';
import { useProbeRun } from '@/features/auditor-desk/claims/use-probe-run';
import { useMend } from '@/features/auditor-desk/claims/use-mend';
import { ClaimVerdict, RunVerdict, useProbeName } from '@/features/auditor-desk/claims/verdicts';
import desk from '@/features/auditor-desk/auditor-desk-page.module.css';
import styles from '@/features/auditor-desk/claims/claims.module.css';

/** One claim: what its probe saw, each test before it, and the button that tests it now. */
export function ClaimDrawer({ claim, onClose }: { claim: string | null; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <SideSheet open={claim !== null} onClose={onClose} size={760} title={claim === null ? '' : t('claims.drawer', { id: claim })}>
      {claim === null ? null : <OpenClaim key={claim} id={claim} />}
    </SideSheet>
  );
}

function OpenClaim({ id }: { id: string }) {
  const claim = useClaim(id);
  if (claim.isPending) {
    return <Skeleton active paragraph={{ rows: 10 }} />;
  }
  if (claim.isError) {
    return <ProblemNotice error={claim.error} onRetry={() => void claim.refetch()} />;
  }
  return <Claim claim={claim.data} />;
}

function Claim({ claim }: { claim: ClaimFile }) {
  const { t } = useTranslation();
  const said = useSaid();
  return (
    <div className={desk['drawer']}>
      <div className={styles['head']}>
        <p className={styles['title']}>{said(claim.sentence)}</p>
        <div className={styles['verdict']}>
          <ClaimVerdict state={claim.state} />
          {claim.since && claim.kind === 'live' ? <span className={desk['soft']}>{t('claims.since', { at: formatTableTime(claim.since) })}</span> : null}
        </div>
      </div>
      <ClaimFacts claim={claim} />
      {claim.provenBy === null ? null : <LatestTest claim={claim} probe={claim.provenBy} />}
      {claim.provenBy === 'equipment-list' ? (
        <section>
          <h3>{t('equipment.title')}</h3>
          <EquipmentList />
        </section>
      ) : null}
      {claim.runs.length > 1 ? (
        <section>
          <h3>{t('claims.runs')}</h3>
          <Runs runs={claim.runs} />
        </section>
      ) : null}
    </div>
  );
}

function ClaimFacts({ claim }: { claim: ClaimFile }) {
  const { t } = useTranslation();
  const said = useSaid();
  const probeName = useProbeName();
  const mend = useMend()(claim);
  return (
    <Facts
      facts={[
        [t('claims.probe'), claim.provenBy === null ? t('claims.byDocumentHint') : probeName(claim.provenBy)],
        ...(claim.state !== 'green' && claim.why ? [[t('claims.stateTitle'), said(claim.why)] as const] : []),
        ...(!claim.redWithinSeconds ? [] : [[t('claims.limit'), t('claims.redWithin', { seconds: claim.redWithinSeconds })] as const]),
        [t('claims.history'), <ClaimHistory key="history" history={claim.history} />],
        ...(mend ? [[t('claims.mend'), <strong key="mend">{mend}</strong>] as const] : []),
      ]}
    />
  );
}

function LatestTest({ claim, probe }: { claim: ClaimFile; probe: string }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const test = useProbeRun(probe);
  const run = claim.lastRun;
  const start = () =>
    test.mutate(undefined, {
      onSuccess: ({ outcome }) => void message.info(t('claims.runDone', { outcome: t(`claims.outcome.${outcome ?? 'running'}`) })),
    });
  return (
    <section>
      <div className={styles['sectionHead']}>
        <h3>{t('claims.lastRun')}</h3>
        <Button type="primary" loading={test.isPending} onClick={start}>
          {test.isPending ? t('claims.running') : t('claims.run')}
        </Button>
      </div>
      {test.isError ? <ProblemNotice error={test.error} title={t('claims.runFailed')} onRetry={start} /> : null}
      {run === null ? (
        <p className={desk['soft']}>{t('claims.noRun')}</p>
      ) : (
        <>
          <div className={styles['runLine']}>
            <RunVerdict run={run} />
            <span className={desk['soft']}>{words(t('claims.startedAt'), formatTableTime(run.startedAt))}</span>
            <span className={desk['soft']}>{words(t('claims.took'), took(run))}</span>
            <RunSeal run={run} />
          </div>
          <RunChecks checks={run.checks} />
        </>
      )}
    </section>
  );
}

const words = (...parts: string[]) => parts.join(' ');

const took = (run: Run) => (run.endedAt ? formatMicros(1000 * millisBetween(run.startedAt, run.endedAt)) : '–');

function Runs({ runs }: { runs: readonly Run[] }) {
  const { t } = useTranslation();
  const triggerName = (trigger: string | null) => {
    const known = (['schedule', 'hand', 'event'] as const).find((candidate) => candidate === trigger);
    return known ? t(`claims.trigger.${known}`) : (trigger ?? '–');
  };
  return (
    <Table<Run>
      size="small"
      rowKey="id"
      aria-label={t('claims.runs')}
      pagination={runs.length > 10 ? { pageSize: 10, size: 'small', showSizeChanger: false } : false}
      dataSource={runs}
      expandable={{ columnTitle: <span className="kz-only-heard">{t('claims.check')}</span>, expandedRowRender: (run) => <RunChecks checks={run.checks} />, rowExpandable: (run) => run.checks.length > 0 }}
      columns={[
        { key: 'startedAt', title: t('claims.startedAt'), width: 170, render: (_, run) => <time dateTime={run.startedAt}>{formatTableTime(run.startedAt)}</time> },
        { key: 'outcome', title: t('claims.result'), render: (_, run) => <RunVerdict run={run} /> },
        { key: 'trigger', title: t('claims.triggerTitle'), render: (_, run) => triggerName(run.trigger) },
        { key: 'took', title: t('claims.took'), align: 'right', render: (_, run) => took(run) },
        { key: 'proof', title: t('claims.proof'), width: 140, render: (_, run) => <RunSeal run={run} /> },
      ]}
    />
  );
}

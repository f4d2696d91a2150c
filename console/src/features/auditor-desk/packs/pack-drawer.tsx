import { Alert, Button, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatBytes } from '@/shared/format/size';
import { formatTableTime } from '@/shared/format/time';
import { Facts } from '@/shared/ui/facts';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import { QuietEmpty } from '@/shared/ui/quiet-empty';
import { SideSheet } from '@/shared/ui/side-sheet';
import { DownloadPack, PackSeal, PackVerdict } from '@/features/auditor-desk/packs/pack-parts';
import { PackChecks } from '@/features/auditor-desk/packs/pack-checks';
import { usePackVerification } from '@/features/auditor-desk/packs/use-pack-verification';
import { usePacks, type Pack } from '@/features/auditor-desk/packs/use-packs';
import desk from '@/features/auditor-desk/auditor-desk-page.module.css';
import styles from '@/features/auditor-desk/packs/packs.module.css';

/** One pack: what is in, its seal, and the independent verifier's word on it. */
export function PackDrawer({ pack, onClose }: { pack: string | null; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <SideSheet open={pack !== null} onClose={onClose} size={640} title={pack === null ? '' : t('packs.drawer', { id: pack })}>
      {pack === null ? null : <OpenPack key={pack} id={pack} />}
    </SideSheet>
  );
}

function OpenPack({ id }: { id: string }) {
  const { t } = useTranslation();
  const packs = usePacks();
  if (packs.isPending) {
    return <Skeleton active paragraph={{ rows: 8 }} />;
  }
  if (packs.isError) {
    return <ProblemNotice error={packs.error} onRetry={() => void packs.refetch()} />;
  }
  const pack = packs.data.find((candidate) => candidate.id === id);
  return pack ? <PackFile pack={pack} /> : <QuietEmpty title={t('common.problem.notFound')} />;
}

function PackFile({ pack }: { pack: Pack }) {
  const { t } = useTranslation();
  return (
    <div className={desk['drawer']}>
      <Facts
        facts={[
          [t('packs.state'), <PackVerdict key="state" pack={pack} />],
          [
            t('packs.call'),
            <Link key="call" to={`/auditor/calls/${encodeURIComponent(pack.call)}`} className={desk['open'] ?? ''}>
              {pack.call}
            </Link>,
          ],
          [t('packs.madeAt'), pack.madeAt ? formatTableTime(pack.madeAt) : '–'],
          [t('packs.madeBy'), pack.madeBy ?? '–'],
          [t('packs.size'), pack.bytes === null ? '–' : formatBytes(pack.bytes)],
          [t('packs.proof'), pack.sha256 === null ? '–' : <PackSeal key="seal" pack={pack} />],
        ]}
      />
      {pack.state === 'failed' ? <Alert type="error" showIcon title={t('packs.states.failed')} description={t('packs.failedHint')} /> : null}
      {pack.state === 'ready' ? <Verification pack={pack} /> : null}
      <section>
        <h3>{t('packs.inside')}</h3>
        <Facts facts={contents.map(([file, words]) => [file, t(`packs.files.${words}`)])} />
      </section>
      <section>
        <h3>{t('packs.offline')}</h3>
        <p className={desk['soft']}>{t('packs.offlineHint')}</p>
        <code className={styles['command']}>java -jar verify.jar kezheng-case-{pack.id}.zip --trust evidence.pem</code>
      </section>
    </div>
  );
}

const contents = [
  ['manifest.json', 'manifest'],
  ['manifest.sig', 'signature'],
  ['case.pdf', 'pdf'],
  ['data/call.json', 'call'],
  ['data/explanation.json', 'explanation'],
  ['data/journal.json', 'journal'],
  ['data/recording.json', 'recording'],
  ['data/looked.json', 'looked'],
  ['data/figures.json', 'figures'],
  ['checkpoint.txt', 'checkpoint'],
] as const;

function Verification({ pack }: { pack: Pack }) {
  const { t } = useTranslation();
  const verification = usePackVerification(pack.id);
  return (
    <section>
      <div className={styles['actions']}>
        <Button type="primary" loading={verification.isPending} onClick={() => verification.mutate()}>
          {verification.isPending ? t('packs.verifying') : t('packs.verify')}
        </Button>
        <DownloadPack pack={pack} isMain />
      </div>
      {verification.isError ? (
        <ProblemNotice error={verification.error} title={t('packs.verifyFailed')} onRetry={() => verification.mutate()} />
      ) : null}
      {verification.data ? <PackChecks verification={verification.data} at={verification.data.at} /> : null}
    </section>
  );
}

import { Button, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatTableTime } from '@/shared/format/time';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import { DownloadPack, PackSeal, PackVerdict } from '@/features/auditor-desk/packs/pack-parts';
import { useMakePack, usePacks } from '@/features/auditor-desk/packs/use-packs';
import desk from '@/features/auditor-desk/auditor-desk-page.module.css';
import styles from '@/features/auditor-desk/packs/packs.module.css';

/** The packs of one call, and the button that makes one. */
export function CallPacks({ call, isOver }: { call: string; isOver: boolean }) {
  const { t } = useTranslation();
  const packs = usePacks();
  const make = useMakePack(call);
  if (packs.isPending) {
    return <Skeleton active title={false} paragraph={{ rows: 1 }} />;
  }
  if (packs.isError) {
    return <ProblemNotice error={packs.error} onRetry={() => void packs.refetch()} />;
  }
  const own = packs.data.filter((pack) => pack.call === call);
  const isMaking = make.isPending || own.some((pack) => pack.state === 'making');
  return (
    <div className={styles['ofCall']}>
      {make.isError ? <ProblemNotice error={make.error} title={t('packs.makeFailed')} onRetry={() => make.mutate()} /> : null}
      {own.length === 0 ? <p className={desk['soft']}>{t('packs.none')}</p> : null}
      <ul>
        {own.map((pack) => (
          <li key={pack.id} className={styles['pack']}>
            <PackVerdict pack={pack} />
            <Link to={`/auditor/packs/${encodeURIComponent(pack.id)}`} className={desk['open'] ?? ''} aria-label={t('packs.open', { id: pack.id })}>
              {pack.madeAt ? formatTableTime(pack.madeAt) : pack.id}
            </Link>
            <PackSeal pack={pack} />
            <DownloadPack pack={pack} />
          </li>
        ))}
      </ul>
      <div className={styles['make']}>
        <Button type={own.length === 0 ? 'primary' : 'default'} loading={isMaking} disabled={!isOver} onClick={() => make.mutate()}>
          {isMaking ? t('packs.making') : own.length === 0 ? t('packs.make') : t('packs.makeAgain')}
        </Button>
        {isOver ? null : <span className={desk['soft']}>{t('packs.notOver')}</span>}
      </div>
    </div>
  );
}

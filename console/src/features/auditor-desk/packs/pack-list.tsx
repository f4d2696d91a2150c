import { Button, Skeleton, Table, type TableColumnsType } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { formatBytes } from '@/shared/format/size';
import { formatTableTime } from '@/shared/format/time';
import { Panel } from '@/shared/ui/panel';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import { QuietEmpty } from '@/shared/ui/quiet-empty';
import { DownloadPack, PackSeal, PackVerdict } from '@/features/auditor-desk/packs/pack-parts';
import { usePacks, type Pack } from '@/features/auditor-desk/packs/use-packs';
import desk from '@/features/auditor-desk/auditor-desk-page.module.css';
import styles from '@/features/auditor-desk/packs/packs.module.css';

interface PackListProps {
  readonly openPack: string | null;
  readonly onOpen: (pack: string) => void;
}

/** All packs, newest first. */
export function PackList({ openPack, onOpen }: PackListProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const packs = usePacks();
  const columns = useColumns(onOpen);
  return (
    <Panel title={t('packs.title')} extra={<p className={desk['soft']}>{t('packs.hint')}</p>}>
      {packs.isPending ? (
        <div className={styles['padded']}>
          <Skeleton active title={false} paragraph={{ rows: 6, width: '100%' }} />
        </div>
      ) : null}
      {packs.isError ? (
        <div className={styles['padded']}>
          <ProblemNotice error={packs.error} onRetry={() => void packs.refetch()} />
        </div>
      ) : null}
      {packs.data?.length === 0 ? (
        <QuietEmpty
          title={t('packs.empty')}
          hint={t('packs.emptyHint')}
          action={<Button onClick={() => void navigate('/auditor/calls')}>{t('packs.toCalls')}</Button>}
        />
      ) : null}
      {packs.data && packs.data.length > 0 ? (
        <Table<Pack>
          size="small"
          rowKey="id"
          aria-label={t('packs.title')}
          columns={columns}
          dataSource={packs.data}
          pagination={false}
          sticky
          rowClassName={(pack) => (pack.id === openPack ? (styles['open'] ?? '') : '')}
          onRow={(pack) => ({ onClick: () => onOpen(pack.id), style: { cursor: 'pointer' } })}
        />
      ) : null}
    </Panel>
  );
}

function useColumns(onOpen: (pack: string) => void): TableColumnsType<Pack> {
  const { t } = useTranslation();
  return useMemo<TableColumnsType<Pack>>(
    () => [
      {
        key: 'madeAt',
        title: t('packs.madeAt'),
        width: 180,
        render: (_, pack) => (pack.madeAt ? <time dateTime={pack.madeAt}>{formatTableTime(pack.madeAt)}</time> : '–'),
      },
      {
        key: 'call',
        title: t('packs.call'),
        render: (_, pack) => (
          <button type="button" className={desk['open']} aria-label={t('packs.open', { id: pack.id })} onClick={() => onOpen(pack.id)}>
            {pack.call}
          </button>
        ),
      },
      { key: 'state', title: t('packs.state'), width: 120, render: (_, pack) => <PackVerdict pack={pack} /> },
      { key: 'madeBy', title: t('packs.madeBy'), width: 140, render: (_, pack) => pack.madeBy ?? '–' },
      { key: 'size', title: t('packs.size'), width: 110, align: 'right', render: (_, pack) => (pack.bytes === null ? '–' : formatBytes(pack.bytes)) },
      { key: 'proof', title: t('packs.proof'), width: 160, render: (_, pack) => <PackSeal pack={pack} /> },
      { key: 'download', title: <span className="kz-only-heard">{t('packs.download')}</span>, width: 120, render: (_, pack) => <DownloadPack pack={pack} /> },
    ],
    [t, onOpen],
  );
}

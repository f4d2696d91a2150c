import { ReloadOutlined } from '@ant-design/icons';
import { Button, DatePicker, Skeleton } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDuration } from '@/shared/format/time';
import { Facts } from '@/shared/ui/facts';
import { Panel } from '@/shared/ui/panel';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import { QuietEmpty } from '@/shared/ui/quiet-empty';
import { CarrierImports } from '@/features/outside/trunks/carrier-imports';
import { TrunksTable } from '@/features/outside/trunks/trunks-table';
import { useTrunks, type TrunkDay } from '@/features/outside/trunks/use-trunks';
import styles from '@/features/outside/outside-page.module.css';

/** How the lines to the carriers are used on a day, what Erlang B makes of it, and what the carriers say. */
export function TrunksPart({ mayImport }: { mayImport: boolean }) {
  const { t } = useTranslation();
  const [day, setDay] = useState<string | null>(null);
  const trunks = useTrunks(day);
  const shownDay = day ?? trunks.data?.day ?? null;
  return (
    <>
      <Panel
        title={t('outside.part.trunks')}
        extra={
          <div className={styles['rules']}>
            <DatePicker
              aria-label={t('outside.day')}
              allowClear={false}
              value={shownDay === null ? null : dayjs(shownDay)}
              onChange={(chosen) => setDay(chosen?.format('YYYY-MM-DD') ?? null)}
            />
            <Button
              icon={<ReloadOutlined aria-hidden />}
              aria-label={t('outside.refresh')}
              title={t('outside.refresh')}
              onClick={() => void trunks.refetch()}
            />
          </div>
        }
      >
        {trunks.isPending ? (
          <div className={styles['words']}>
            <Skeleton active paragraph={{ rows: 4 }} />
          </div>
        ) : null}
        {trunks.isError ? <ProblemNotice error={trunks.error} onRetry={() => void trunks.refetch()} /> : null}
        {trunks.data ? <Day trunks={trunks.data} /> : null}
      </Panel>
      <CarrierImports mayImport={mayImport} />
    </>
  );
}

function Day({ trunks }: { trunks: TrunkDay }) {
  const { t } = useTranslation();
  if (!trunks.observed) {
    return <QuietEmpty title={t('outside.notObserved')} hint={t('outside.notObservedHint')} />;
  }
  const { all } = trunks;
  const time = (seconds: number) => formatDuration(seconds * 1000);
  return (
    <>
      <TrunksTable trunks={trunks.trunks} />
      <div className={styles['words']}>
        <Facts
          facts={[
            [t('outside.busyOut'), time(all.busyOutSeconds)],
            [t('outside.busyIn'), all.busyInSeconds === null ? t('outside.noInbound') : time(all.busyInSeconds)],
            [t('outside.blocked'), t('outside.blockedBy', { full: all.blockedFull, rate: all.blockedRate })],
            [t('outside.unseen'), time(all.unseenSeconds)],
          ]}
        />
        <p className={styles['soft']}>{t('outside.honest')}</p>
      </div>
    </>
  );
}

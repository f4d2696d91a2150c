import { DatePicker, Skeleton } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useConfiguredName } from '@/shared/api/use-configuration';
import { formatTableTime } from '@/shared/format/time';
import { agentFigures, queueFigures } from '@/shared/measures/measure-ids';
import type { Me } from '@/shared/session/me';
import { AccountMenu } from '@/shared/ui/account-menu';
import { DeskNav } from '@/shared/ui/desk-nav';
import { Panel } from '@/shared/ui/panel';
import { PersonName } from '@/shared/ui/person-name';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import { QuietEmpty } from '@/shared/ui/quiet-empty';
import { SealedLook } from '@/shared/ui/sealed-look';
import { TopBar } from '@/shared/ui/top-bar';
import { AgreementNotice } from '@/features/measures/agreement-notice';
import { FiguresTable } from '@/features/measures/figures-table';
import { useMeasures } from '@/features/measures/use-measures';
import styles from '@/features/measures/measures.module.css';

/** A day's figures by queue and by agent, and whether all ways of counting them agree. */
export function MeasuresPage({ me }: { me: Me }) {
  const { t } = useTranslation();
  const [day, setDay] = useState<string | null>(null);
  const measures = useMeasures(day);
  const shownDay = day ?? measures.data?.day ?? null;
  return (
    <div className={styles['page']}>
      <TopBar title={t(me.role === 'auditor' ? 'auditor.title' : 'supervisor.title')} end={<AccountMenu me={me} />}>
        <DeskNav role={me.role} />
      </TopBar>
      <main className={styles['main']}>
        <div className={styles['tools']}>
          <DatePicker
            aria-label={t('measures.day')}
            allowClear={false}
            value={shownDay === null ? null : dayjs(shownDay)}
            onChange={(chosen) => setDay(chosen?.format('YYYY-MM-DD') ?? null)}
          />
          {measures.data ? (
            <span className={styles['soft']}>{t('measures.asOf', { at: formatTableTime(measures.data.asOf) })}</span>
          ) : null}
          {measures.data?.position == null ? null : <SealedLook position={measures.data.position} at={measures.data.asOf} />}
          <Link to="/measures/definitions" className={styles['far'] ?? ''}>
            {t('measures.toDefinitions')}
          </Link>
        </div>
        {measures.isPending ? <Skeleton active paragraph={{ rows: 10 }} /> : null}
        {measures.isError ? <ProblemNotice error={measures.error} onRetry={() => void measures.refetch()} /> : null}
        {measures.data ? <Figures measures={measures.data} isStale={measures.isError} /> : null}
      </main>
    </div>
  );
}

function Figures({ measures, isStale }: { measures: NonNullable<ReturnType<typeof useMeasures>['data']>; isStale: boolean }) {
  const { t } = useTranslation();
  const queueName = useConfiguredName('queues');
  return (
    <>
      <AgreementNotice agreement={measures.agreement} />
      <Panel title={t('measures.queues')} isStale={isStale}>
        {measures.queues.length === 0 ? (
          <QuietEmpty title={t('measures.noQueues')} hint={t('measures.noQueuesHint')} />
        ) : (
          <FiguresTable
            of="queue"
            label={t('measures.queues')}
            figures={queueFigures}
            rows={measures.queues.map(({ queue, figures }) => ({ key: queue, name: queueName(queue), figures }))}
          />
        )}
      </Panel>
      <Panel title={t('measures.agents')} isStale={isStale}>
        {measures.agents.length === 0 ? (
          <QuietEmpty title={t('measures.noAgents')} />
        ) : (
          <FiguresTable
            of="agent"
            label={t('measures.agents')}
            figures={agentFigures}
            rows={measures.agents.map(({ agent, figures }) => ({ key: agent, name: <PersonName account={agent} />, figures }))}
          />
        )}
      </Panel>
    </>
  );
}

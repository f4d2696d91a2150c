import { Alert, Button, Skeleton, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { useConfiguration, type Configuration } from '@/shared/api/use-configuration';
import type { Me } from '@/shared/session/me';
import { CalendarPanel } from '@/features/administrator-desk/calendar-panel';
import { EquipmentPanel } from '@/features/administrator-desk/equipment-panel';
import { CalendarNotice } from '@/shared/calendar/calendar-notice';
import { NumberLimitNotice } from '@/shared/outside/number-limit-notice';
import { AccountMenu } from '@/shared/ui/account-menu';
import { DeskNav } from '@/shared/ui/desk-nav';
import { Panel } from '@/shared/ui/panel';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import { TopBar } from '@/shared/ui/top-bar';
import styles from '@/features/administrator-desk/administrator-desk-page.module.css';

/** What the two administrators can do today, and nothing that they cannot. */
export function AdministratorDeskPage({ me }: { me: Me }) {
  const { t } = useTranslation();
  const isSystem = me.role === 'system-administrator';
  return (
    <div className={styles['page']}>
      <TopBar title={t('administrator.title')} end={<AccountMenu me={me} />}>
        <DeskNav role={me.role} />
      </TopBar>
      {me.policies.includes('number:read') ? <NumberLimitNotice /> : null}
      {me.policies.includes('configuration:read') ? <CalendarNotice /> : null}
      <main className={styles['main']}>
        <div className={styles['column']}>
          <Panel title={t('administrator.now')}>
            <div className={styles['words']}>
              <p>{isSystem ? t('administrator.system') : t('administrator.security')}</p>
              <Alert type="info" showIcon title={isSystem ? t('administrator.later') : t('administrator.laterSecurity')} />
            </div>
          </Panel>
          {me.policies.includes('configuration:read') ? <CalendarPanel /> : null}
        </div>
        <div className={styles['column']}>
          {me.policies.includes('equipment:file') ? <EquipmentPanel /> : null}
          {isSystem ? <ConfigurationPanel /> : <MappingsPanel />}
        </div>
      </main>
    </div>
  );
}

function MappingsPanel() {
  const { t } = useTranslation();
  return (
    <Panel title={t('administrator.mappings')}>
      <div className={styles['words']}>
        <p>{t('administrator.mappingsHint')}</p>
        <div>
          <Button href="/actuator/mappings" target="_blank" rel="noreferrer">
            {t('administrator.openMappings')}
          </Button>
        </div>
      </div>
    </Panel>
  );
}

function ConfigurationPanel() {
  const { t } = useTranslation();
  const configuration = useConfiguration();
  return (
    <Panel
      title={t('administrator.configuration')}
      extra={configuration.data ? t('administrator.version', { version: configuration.data.version }) : null}
    >
      <div className={styles['words']}>
        {configuration.isPending ? <Skeleton active /> : null}
        {configuration.isError ? (
          <ProblemNotice error={configuration.error} onRetry={() => void configuration.refetch()} />
        ) : null}
        {configuration.data ? <Lists configuration={configuration.data} /> : null}
      </div>
    </Panel>
  );
}

interface Entry {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly note: string;
}

function Lists({ configuration }: { configuration: Configuration }) {
  const { t } = useTranslation();
  return (
    <>
      <List
        title={t('administrator.queues')}
        noteTitle={t('administrator.number')}
        entries={configuration.queues.map((queue) => ({ ...queue, note: queue.number ?? '' }))}
      />
      <List
        title={t('administrator.reasons')}
        noteTitle={t('administrator.use')}
        entries={configuration.reasons.map((reason) => ({
          ...reason,
          note: reason.selectable ? '' : t('administrator.bySystem'),
        }))}
      />
      <List
        title={t('administrator.dispositions')}
        noteTitle={t('administrator.key')}
        entries={configuration.dispositions.map((disposition) => ({ ...disposition, note: String(disposition.key ?? '') }))}
      />
    </>
  );
}

function List({ title, noteTitle, entries }: { title: string; noteTitle: string; entries: readonly Entry[] }) {
  const { t, i18n } = useTranslation();
  return (
    <section>
      <h3 className={styles['heading']}>{title}</h3>
      <Table<Entry>
        size="small"
        rowKey="code"
        pagination={false}
        dataSource={entries}
        columns={[
          { key: 'name', title: t('administrator.name'), render: (_, entry) => (i18n.resolvedLanguage === 'en' ? entry.en : entry.zh) },
          { key: 'code', title: t('administrator.code'), dataIndex: 'code', width: '35%' },
          { key: 'note', title: noteTitle, dataIndex: 'note', width: '25%' },
        ]}
      />
    </section>
  );
}

import { Skeleton, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCalendar } from '@/shared/calendar/use-calendar';
import { Panel } from '@/shared/ui/panel';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import styles from '@/features/administrator-desk/administrator-desk-page.module.css';

const onOneLine = () => ({ style: { whiteSpace: 'nowrap' } as const });

/** The years whose holidays are known, and by which publication. */
export function CalendarPanel() {
  const { t } = useTranslation();
  const calendar = useCalendar();
  return (
    <Panel title={t('calendar.title')}>
      <div className={styles['words']}>
        <p>{t('calendar.hint')}</p>
        {calendar.isPending ? <Skeleton active /> : null}
        {calendar.isError ? <ProblemNotice error={calendar.error} onRetry={() => void calendar.refetch()} /> : null}
        {calendar.data ? (
          <Table
            size="small"
            rowKey="year"
            pagination={false}
            dataSource={calendar.data.years}
            locale={{ emptyText: t('calendar.none') }}
            columns={[
              { key: 'year', title: t('calendar.year'), dataIndex: 'year' },
              { key: 'source', title: t('calendar.source'), dataIndex: 'source' },
              { key: 'holidays', title: t('calendar.holidays'), align: 'right', onHeaderCell: onOneLine, render: (_, year) => year.holidays.length },
              { key: 'workingDays', title: t('calendar.workingDays'), align: 'right', onHeaderCell: onOneLine, render: (_, year) => year.workingDays.length },
            ]}
          />
        ) : null}
      </div>
    </Panel>
  );
}

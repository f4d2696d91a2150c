import { Button, Popconfirm, Skeleton, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useConfiguredName } from '@/shared/api/use-configuration';
import { formatClock, formatTableDate } from '@/shared/format/time';
import { Panel } from '@/shared/ui/panel';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import { AppointmentDialog } from '@/features/agent-desk/appointments/appointment-dialog';
import { MoveDialog } from '@/features/agent-desk/appointments/move-dialog';
import { useAppointments, useCancelAppointment, type Appointment } from '@/features/agent-desk/appointments/use-appointments';
import styles from '@/features/agent-desk/appointments/appointments.module.css';

/** The agent's appointments to call back, what is due first. At the time each rings by itself. */
export function AppointmentsPanel({ call }: { call: string | null }) {
  const { t } = useTranslation();
  const found = useAppointments();
  const [isMaking, setMaking] = useState(false);
  const [moved, setMoved] = useState<Appointment | null>(null);
  return (
    <Panel
      className={styles['panel']}
      title={t('appointments.title')}
      extra={
        <Button size="small" onClick={() => setMaking(true)}>
          {t('appointments.make')}
        </Button>
      }
    >
      {found.isPending ? (
        <div className={styles['padded']}>
          <Skeleton active title={false} paragraph={{ rows: 2, width: '100%' }} />
        </div>
      ) : null}
      {found.isError ? <ProblemNotice error={found.error} onRetry={() => void found.refetch()} /> : null}
      {found.data?.items.length === 0 ? <p className={styles['padded']}>{t('appointments.empty')}</p> : null}
      <ol className={styles['list']} aria-label={t('appointments.title')}>
        {found.data?.items.map((appointment) => (
          <Row key={appointment.id} appointment={appointment} onMove={() => setMoved(appointment)} />
        ))}
      </ol>
      {isMaking ? <AppointmentDialog call={call} onClose={() => setMaking(false)} /> : null}
      {moved === null ? null : <MoveDialog appointment={moved} onClose={() => setMoved(null)} />}
    </Panel>
  );
}

function Row({ appointment, onMove }: { appointment: Appointment; onMove: () => void }) {
  const { t } = useTranslation();
  const queueName = useConfiguredName('queues');
  const cancel = useCancelAppointment();
  const { id, number, dueAt, due, note, queue, state } = appointment;
  return (
    <li className={styles['one']}>
      <div className={styles['line']}>
        <time dateTime={dueAt}>{`${formatTableDate(dueAt).slice(5)} ${formatClock(dueAt).slice(0, 5)}`}</time>
        <strong>{number}</strong>
        <Tag color={due ? 'error' : 'default'}>{due ? t('appointments.isDue') : t(`appointments.state.${state}`)}</Tag>
      </div>
      {note === '' ? null : <p className={styles['note']}>{note}</p>}
      <p className={styles['soft']}>{t('appointments.otherwise', { queue: queueName(queue) })}</p>
      {state === 'scheduled' ? (
        <div className={styles['line']}>
          <Button size="small" onClick={onMove}>
            {t('appointments.move')}
          </Button>
          <Popconfirm
            title={t('appointments.cancelConfirm')}
            okText={t('common.confirm')}
            cancelText={t('common.cancel')}
            onConfirm={() => cancel.mutate(id)}
          >
            <Button size="small" loading={cancel.isPending}>
              {t('appointments.cancel')}
            </Button>
          </Popconfirm>
        </div>
      ) : null}
      {cancel.isError ? <ProblemNotice error={cancel.error} /> : null}
    </li>
  );
}

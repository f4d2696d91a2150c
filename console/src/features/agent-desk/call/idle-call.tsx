import { PhoneOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useConfiguredName } from '@/shared/api/use-configuration';
import { OutcomeTag } from '@/shared/calls/outcome-tag';
import { formatClock, formatDuration, millisBetween } from '@/shared/format/time';
import { useLive } from '@/shared/live/live-context';
import { DeviceTestPanel } from '@/features/agent-desk/device-test/device-test-panel';
import { PhoneHealth } from '@/features/agent-desk/phone-health';
import { useOwnCalls } from '@/features/agent-desk/use-own-calls';
import styles from '@/features/agent-desk/call/call-panel.module.css';

/** Nothing rings: the health of the phone, and the last call. */
export function IdleCall({ user, onCallColleague }: { user: string; onCallColleague: () => void }) {
  const { t } = useTranslation();
  const state = useLive((live) => live.me?.state);
  const isOnMobile = useLive((live) => live.me?.device.kind === 'mobile');
  return (
    <div className={styles['idle']}>
      <div>
        <p className={styles['idleTitle']}>{state === 'ready' ? t('agent.call.idle') : t('agent.call.idleNotReady')}</p>
        {state === 'not-ready' ? <p className={styles['quietLine']}>{t('agent.call.idleHint')}</p> : null}
      </div>
      <PhoneHealth />
      <DeviceTestPanel />
      <Button icon={<PhoneOutlined aria-hidden />} disabled={isOnMobile} onClick={onCallColleague}>
        {t('agent.colleague.open')} <kbd>F8</kbd>
      </Button>
      <LastCall user={user} />
    </div>
  );
}

function LastCall({ user }: { user: string }) {
  const { t } = useTranslation();
  const queueName = useConfiguredName('queues');
  const last = useOwnCalls(user).calls.find((call) => call.endedAt !== null);
  if (last === undefined) {
    return <p className={styles['quietLine']}>{t('agent.call.noLast')}</p>;
  }
  return (
    <section className={styles['last']} aria-label={t('agent.call.last')}>
      <h3>{t('agent.call.last')}</h3>
      <p>
        <time dateTime={last.offeredAt ?? ''}>{last.offeredAt ? formatClock(last.offeredAt) : '–'}</time> {queueName(last.queue)}
      </p>
      <p>
        <OutcomeTag outcome={last.outcome} />{' '}
        {last.answeredAt && last.endedAt ? (
          <span className="kz-figures">{formatDuration(millisBetween(last.answeredAt, last.endedAt))}</span>
        ) : null}
      </p>
    </section>
  );
}

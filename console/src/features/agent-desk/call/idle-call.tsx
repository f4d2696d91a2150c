import { PhoneOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useConfiguredName } from '@/shared/api/use-configuration';
import { OutcomeTag } from '@/shared/calls/outcome-tag';
import { formatClock, formatDuration, millisBetween } from '@/shared/format/time';
import { useLive } from '@/shared/live/live-context';
import { DeviceTestPanel } from '@/features/agent-desk/device-test/device-test-panel';
import { PhoneHealth } from '@/features/agent-desk/phone-health';
import { useOutsideResult } from '@/features/agent-desk/call/use-outside-result';
import { useOwnCalls } from '@/features/agent-desk/use-own-calls';
import styles from '@/features/agent-desk/call/call-panel.module.css';

interface IdleCallProps {
  readonly user: string;
  /** The call to the outside for which the own phone was not answered; `null`: none. */
  readonly unanswered: string | null;
  readonly onCallColleague: () => void;
}

/** Nothing rings: the health of the phone, and the last call. */
export function IdleCall({ user, unanswered, onCallColleague }: IdleCallProps) {
  const { t } = useTranslation();
  const state = useLive((live) => live.me?.state);
  const isOnMobile = useLive((live) => live.me?.device.kind === 'mobile');
  return (
    <div className={styles['idle']}>
      <div>
        <p className={styles['idleTitle']}>{state === 'ready' ? t('agent.call.idle') : t('agent.call.idleNotReady')}</p>
        {state === 'not-ready' ? <p className={styles['quietLine']}>{t('agent.call.idleHint')}</p> : null}
      </div>
      {unanswered === null ? null : <Unanswered call={unanswered} />}
      <PhoneHealth />
      <DeviceTestPanel />
      <Button icon={<PhoneOutlined aria-hidden />} disabled={isOnMobile} onClick={onCallColleague}>
        {t('agent.colleague.open')} <kbd>F8</kbd>
      </Button>
      <LastCall user={user} />
    </div>
  );
}

/** Why nobody was called. What is another's, or not known yet, is not shown. */
function Unanswered({ call }: { call: string }) {
  const { t } = useTranslation();
  const isOwnPhone = useOutsideResult(call, true).data?.result === 'own-phone';
  return isOwnPhone ? <Alert type="warning" showIcon role="alert" closable title={t('callback.result.own-phone')} /> : null;
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

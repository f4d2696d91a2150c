import { CheckCircleFilled, ExclamationCircleFilled } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { asRequestError } from '@/shared/api/problem';
import type { DeviceTest } from '@/shared/api/views';
import { formatClock } from '@/shared/format/time';
import { useLive } from '@/shared/live/live-context';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import { deviceTestRefusal } from '@/features/agent-desk/device-test/device-test-refusal';
import { useDeviceTest } from '@/features/agent-desk/device-test/use-device-test';
import styles from '@/features/agent-desk/device-test/device-test-panel.module.css';

/** The phone is tried before the shift: what was found, in words, and the way out. Only who takes no calls can try it. */
export function DeviceTestPanel() {
  const { t } = useTranslation();
  const state = useLive((live) => live.me?.state);
  const device = useLive((live) => live.me?.device);
  const { start, isPending, error } = useDeviceTest();
  if (device === undefined || device.kind === 'none' || state !== 'not-ready') {
    return null;
  }
  if (device.kind === 'mobile') {
    return <p className={styles['soft']}>{t('deviceTest.notMobile')}</p>;
  }
  const { test } = device;
  const isRunning = isPending || test?.finding === 'running';
  return (
    <section className={styles['test']} aria-label={t('deviceTest.title')}>
      {isRunning ? (
        <p role="status">{t(device.kind === 'sip' ? 'deviceTest.introSip' : 'deviceTest.running')}</p>
      ) : test ? (
        <Finding test={test} />
      ) : (
        <p className={styles['soft']}>{t('deviceTest.intro')}</p>
      )}
      <Button size="small" loading={isRunning} onClick={start}>
        {test && !isRunning ? t('deviceTest.again') : t('deviceTest.start')}
      </Button>
      {error ? <Refused error={error} /> : null}
    </section>
  );
}

function Finding({ test: { finding, at } }: { test: DeviceTest }) {
  const { t } = useTranslation();
  const isGood = finding === 'passed';
  return (
    <div role="status">
      <p className={isGood ? styles['good'] : styles['bad']}>
        {isGood ? <CheckCircleFilled aria-hidden /> : <ExclamationCircleFilled aria-hidden />} {t(`deviceTest.finding.${finding}`)}{' '}
        <time className={styles['at']} dateTime={at}>
          {formatClock(at)}
        </time>
      </p>
      {finding === 'running' ? null : <p className={styles['soft']}>{t(`deviceTest.hint.${finding}`)}</p>}
    </div>
  );
}

function Refused({ error }: { error: Error }) {
  const { t } = useTranslation();
  const why = deviceTestRefusal(asRequestError(error));
  return why ? <p className={styles['bad']}>{t(why)}</p> : <ProblemNotice error={error} title={t('deviceTest.failed')} />;
}

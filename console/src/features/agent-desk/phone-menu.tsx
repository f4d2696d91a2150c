import { CustomerServiceOutlined } from '@ant-design/icons';
import { Button, Form, Input, Popover, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive } from '@/shared/live/live-context';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import { HealthIcon, PhoneHealth } from '@/features/agent-desk/phone-health';
import { useSoftphone, useSoftphoneState } from '@/shared/softphone/softphone-context';
import { useChangeDevice } from '@/shared/softphone/use-default-device';
import { usePhoneHealth } from '@/features/agent-desk/use-phone-health';
import styles from '@/features/agent-desk/phone-menu.module.css';

/** The phone's health at a glance; behind it, which phone takes the calls. */
export function PhoneMenu() {
  const { t } = useTranslation();
  const { health, level } = usePhoneHealth();
  const word = t(`phone.health.${health}`);
  return (
    <Popover trigger="click" placement="bottomRight" title={t('phone.menu')} content={<PhoneChoices />}>
      <Button type="text" className={styles['button'] ?? ''} aria-label={t('phone.healthLabel', { health: word })}>
        <CustomerServiceOutlined aria-hidden />
        <HealthIcon level={level} />
        {level === 'good' ? null : <span>{word}</span>}
      </Button>
    </Popover>
  );
}

function PhoneChoices() {
  const { t } = useTranslation();
  const softphone = useSoftphone();
  const device = useLive((state) => state.me?.device.kind ?? 'none');
  const isBusy = useLive((state) => state.me?.call != null);
  const change = useChangeDevice();
  const [wantsSip, setWantsSip] = useState(device === 'sip');
  const choose = (kind: 'browser' | 'sip') => {
    setWantsSip(kind === 'sip');
    if (kind === 'browser' && device !== 'browser') {
      change.mutate({ browser: true });
    }
  };
  return (
    <div className={styles['menu']}>
      <PhoneHealth />
      <Radio.Group
        aria-label={t('phone.device')}
        value={wantsSip ? 'sip' : 'browser'}
        disabled={isBusy}
        onChange={(event) => choose(event.target.value === 'sip' ? 'sip' : 'browser')}
        options={[
          { value: 'browser', label: t('phone.browser') },
          { value: 'sip', label: t('phone.sip') },
        ]}
        vertical
      />
      {wantsSip ? <SipAddress isPending={change.isPending} isDisabled={isBusy} onUse={(sip) => change.mutate({ sip })} /> : <MicrophoneTest test={() => softphone.checkMicrophone()} />}
      {isBusy ? <p className={styles['soft']}>{t('phone.deviceInCall')}</p> : null}
      {change.isError ? <ProblemNotice error={change.error} title={t('phone.deviceFailed')} /> : null}
    </div>
  );
}

interface SipAddressProps {
  readonly isPending: boolean;
  readonly isDisabled: boolean;
  readonly onUse: (address: string) => void;
}

function SipAddress({ isPending, isDisabled, onUse }: SipAddressProps) {
  const { t } = useTranslation();
  return (
    <Form<{ address: string }> layout="vertical" requiredMark={false} onFinish={({ address }) => onUse(address.trim())}>
      <Form.Item
        name="address"
        label={t('phone.sipAddress')}
        rules={[{ required: true, pattern: /^\s*(\[[0-9a-f:]+\]|[\w.-]+):\d{1,5}\s*$/i, message: t('phone.sipInvalid') }]}
      >
        <Input placeholder={t('phone.sipPlaceholder')} spellCheck={false} disabled={isDisabled} />
      </Form.Item>
      <Button htmlType="submit" block loading={isPending} disabled={isDisabled}>
        {t('phone.useSip')}
      </Button>
    </Form>
  );
}

function MicrophoneTest({ test }: { test: () => Promise<void> }) {
  const { t } = useTranslation();
  const problem = useSoftphoneState((state) => state.microphone);
  const [stage, setStage] = useState<'before' | 'running' | 'after'>('before');
  const run = () => {
    setStage('running');
    void test().finally(() => setStage('after'));
  };
  return (
    <div className={styles['test']}>
      <Button onClick={run} loading={stage === 'running'}>
        {t('phone.microphoneTest')}
      </Button>
      <span role="status" className={problem ? styles['bad'] : styles['good']}>
        {problem ? t(`phone.problem.${problem}`) : stage === 'after' ? t('phone.microphoneReady') : null}
      </span>
    </div>
  );
}

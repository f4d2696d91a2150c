import { CustomerServiceOutlined } from '@ant-design/icons';
import { Button, Form, Input, Popover, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asRequestError } from '@/shared/api/problem';
import { useLive } from '@/shared/live/live-context';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import { HealthIcon, PhoneHealth } from '@/features/agent-desk/phone-health';
import { useSoftphone, useSoftphoneState } from '@/shared/softphone/softphone-context';
import { useChangeDevice } from '@/shared/softphone/use-default-device';
import { mobileRefusal } from '@/features/agent-desk/mobile-refusal';
import { MobileChoice } from '@/features/agent-desk/mobile-choice';
import { useOwnMobile } from '@/features/agent-desk/use-own-mobile';
import { usePhoneHealth } from '@/features/agent-desk/use-phone-health';
import styles from '@/features/agent-desk/phone-menu.module.css';

const choices = ['browser', 'sip', 'mobile'] as const;
type Choice = (typeof choices)[number];

/** The phone's health at a glance; behind it, which phone takes the calls. */
export function PhoneMenu() {
  const { t } = useTranslation();
  const { health, level } = usePhoneHealth();
  const word = t(`phone.health.${health}`);
  return (
    <Popover trigger="click" placement="bottomRight" destroyOnHidden title={t('phone.menu')} content={<PhoneChoices />}>
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
  const mobile = useOwnMobile();
  const [wanted, setWanted] = useState<Choice>(device === 'none' ? 'browser' : device);
  const choose = (kind: Choice) => {
    setWanted(kind);
    if (kind === 'browser' && device !== 'browser') {
      change.mutate({ browser: true });
    }
  };
  const isMobileOffered = mobile.data?.allowed === true || device === 'mobile';
  return (
    <div className={styles['menu']}>
      <PhoneHealth />
      <Radio.Group
        aria-label={t('phone.device')}
        value={wanted}
        disabled={isBusy}
        onChange={(event) => choose(choices.find((kind) => kind === event.target.value) ?? 'browser')}
        options={choices.filter((kind) => kind !== 'mobile' || isMobileOffered).map((value) => ({ value, label: t(`phone.${value}`) }))}
        vertical
      />
      {wanted === 'sip' ? <SipAddress isPending={change.isPending} isDisabled={isBusy} onUse={(sip) => change.mutate({ sip })} /> : null}
      {wanted === 'browser' ? <MicrophoneTest test={() => softphone.checkMicrophone()} /> : null}
      {wanted === 'mobile' ? (
        <MobileChoice
          number={mobile.data?.number ?? null}
          isChosen={device === 'mobile'}
          isPending={change.isPending}
          isDisabled={isBusy}
          onUse={() => change.mutate({ mobile: true })}
        />
      ) : null}
      {isBusy ? <p className={styles['soft']}>{t('phone.deviceInCall')}</p> : null}
      {change.isError ? <NotChanged error={change.error} /> : null}
    </div>
  );
}

function NotChanged({ error }: { error: Error }) {
  const { t } = useTranslation();
  const why = mobileRefusal(asRequestError(error));
  return why ? (
    <p role="alert" className={styles['bad']}>
      {t(why)}
    </p>
  ) : (
    <ProblemNotice error={error} title={t('phone.deviceFailed')} />
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

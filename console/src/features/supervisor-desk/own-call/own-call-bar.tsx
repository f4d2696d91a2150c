import { Button, Flex, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useConfiguration, useConfiguredName } from '@/shared/api/use-configuration';
import type { AgentView } from '@/shared/api/views';
import { useShortcuts } from '@/shared/keyboard/use-shortcuts';
import { useLive } from '@/shared/live/live-context';
import { useSoftphone, useSoftphoneState } from '@/shared/softphone/softphone-context';
import { Elapsed } from '@/shared/ui/elapsed';
import { StateTag } from '@/shared/ui/state-tag';
import { useOwnCall } from '@/features/supervisor-desk/own-call/use-own-call';
import styles from '@/features/supervisor-desk/listening/listening-bar.module.css';

/** The call that the supervisor took over or pulled: who it is, for how long, and how it is answered and closed. */
export function OwnCallBar() {
  const me = useLive((state) => state.me);
  return me && me.call !== null && (me.state === 'ringing' || me.state === 'talking' || me.state === 'wrap-up') ? (
    <Bar me={me} call={me.call} />
  ) : null;
}

function Bar({ me, call }: { me: AgentView; call: string }) {
  const { t } = useTranslation();
  const queueName = useConfiguredName('queues');
  const contact = useLive((state) => state.contacts.get(call));
  const who = [contact?.customer?.name, contact?.customer?.number].filter(Boolean).join(' · ');
  return (
    <section aria-label={t('ownCall.title')} className={styles['bar']}>
      <div role="status" className={styles['words']}>
        <Flex gap={8} align="center" wrap>
          <strong>{t('ownCall.title')}</strong>
          <StateTag state={me.state} held={me.held} reason={null} />
          <Elapsed since={me.since} />
          <span>{[contact ? queueName(contact.queue) : '', who].filter(Boolean).join(' · ')}</span>
        </Flex>
      </div>
      {me.state === 'wrap-up' ? <WrapUp call={call} /> : null}
      {me.state === 'ringing' ? me.device.kind === 'browser' ? <Phone /> : <span>{t('ownCall.onPhone')}</span> : null}
    </section>
  );
}

function Phone() {
  const { t } = useTranslation();
  const softphone = useSoftphone();
  const leg = useSoftphoneState((state) => state.leg);
  const isThere = leg.kind !== 'none' && leg.kind !== 'ending';
  useShortcuts({
    F2: leg.kind === 'ringing' ? () => void softphone.answer() : undefined,
    F4: isThere ? () => softphone.hangUp() : undefined,
  });
  return (
    <Flex gap={8} wrap>
      {leg.kind === 'ringing' ? (
        <Button type="primary" onClick={() => void softphone.answer()}>
          {t('ownCall.answer')} <kbd>F2</kbd>
        </Button>
      ) : null}
      {isThere ? (
        <Button danger onClick={() => softphone.hangUp()}>
          {t('ownCall.hangUp')} <kbd>F4</kbd>
        </Button>
      ) : null}
    </Flex>
  );
}

function WrapUp({ call }: { call: string }) {
  const { t } = useTranslation();
  const { data } = useConfiguration();
  const name = useConfiguredName('dispositions');
  const { mutate, isPending } = useOwnCall();
  return (
    <Select
      aria-label={t('ownCall.disposition')}
      placeholder={t('ownCall.disposition')}
      disabled={isPending}
      style={{ minWidth: 180 }}
      options={(data?.dispositions ?? []).map(({ code }) => ({ value: code, label: name(code) }))}
      onChange={(disposition: string) => mutate({ act: 'wrap-up', call, disposition })}
    />
  );
}

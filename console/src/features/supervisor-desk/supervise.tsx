import { Button, Dropdown, Flex, Popconfirm, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useConfiguration, useConfiguredName } from '@/shared/api/use-configuration';
import type { AgentView, ContactView } from '@/shared/api/views';
import { causes, type Cause } from '@/shared/calls/causes';
import { useLive } from '@/shared/live/live-context';
import { useOwnCall } from '@/features/supervisor-desk/own-call/use-own-call';
import { useSupervision } from '@/features/supervisor-desk/use-supervision';

function CauseChoice({ cause, onChange }: { cause: Cause; onChange: (cause: Cause) => void }) {
  const { t } = useTranslation();
  return (
    <Select
      aria-label={t('supervisor.act.cause')}
      value={cause}
      onChange={onChange}
      prefix={t('supervisor.act.cause')}
      style={{ width: '100%' }}
      options={causes.map((code) => ({ value: code, label: t(`supervisor.cause.${code}`) }))}
    />
  );
}

/** What a supervisor does with an agent, and with the call that the agent talks in. */
export function SuperviseAgent({ view }: { view: AgentView }) {
  const { t } = useTranslation();
  const { data } = useConfiguration();
  const reasonName = useConfiguredName('reasons');
  const [cause, setCause] = useState<Cause>('staffing');
  const { mutate, isPending } = useSupervision(cause);
  const take = useOwnCall();
  const { agent, call, state } = view;
  const isOut = state === 'signed-out';
  const reasons = data?.reasons.filter((reason) => reason.selectable) ?? [];
  return (
    <Flex wrap gap={8}>
      <CauseChoice cause={cause} onChange={setCause} />
      <Button disabled={isOut || isPending || state === 'ready'} onClick={() => mutate({ act: 'ready', agent })}>
        {t('supervisor.act.ready')}
      </Button>
      <Dropdown
        disabled={isOut || isPending}
        trigger={['click']}
        menu={{
          items: reasons.map(({ code }) => ({ key: code, label: reasonName(code) })),
          onClick: ({ key }) => mutate({ act: 'not-ready', agent, reason: key }),
        }}
      >
        <Button disabled={isOut || isPending}>{t('supervisor.act.notReady')}</Button>
      </Dropdown>
      {call && state === 'talking' ? (
        <Popconfirm
          title={t('ownCall.takeOverSure')}
          okText={t('ownCall.takeOver')}
          cancelText={t('common.cancel')}
          onConfirm={() => take.mutate({ act: 'take-over', call, cause })}
        >
          <Button disabled={take.isPending}>{t('ownCall.takeOver')}</Button>
        </Popconfirm>
      ) : null}
      {call && state === 'talking' ? (
        <Popconfirm
          title={t('supervisor.act.releaseSure')}
          okText={t('supervisor.act.release')}
          cancelText={t('common.cancel')}
          okButtonProps={{ danger: true }}
          onConfirm={() => mutate({ act: 'release', call })}
        >
          <Button danger disabled={isPending}>
            {t('supervisor.act.release')}
          </Button>
        </Popconfirm>
      ) : null}
      <Popconfirm
        title={t('supervisor.act.signOutSure')}
        okText={t('supervisor.act.signOut')}
        cancelText={t('common.cancel')}
        okButtonProps={{ danger: true }}
        onConfirm={() => mutate({ act: 'sign-out', agent })}
      >
        <Button danger disabled={isOut || isPending}>
          {t('supervisor.act.signOut')}
        </Button>
      </Popconfirm>
    </Flex>
  );
}

/** A waiting call goes into another queue, or to a ready agent whatever the agent's skills. */
export function SuperviseWaiting({ contact }: { contact: ContactView }) {
  const { t } = useTranslation();
  const { data } = useConfiguration();
  const queueName = useConfiguredName('queues');
  const agents = useLive((state) => state.agents);
  const [cause, setCause] = useState<Cause>('staffing');
  const { mutate, isPending } = useSupervision(cause);
  const take = useOwnCall();
  const ready = [...agents.values()].filter((agent) => agent.state === 'ready');
  const queues = (data?.queues ?? []).filter(({ code }) => code !== contact.queue);
  return (
    <Flex wrap gap={8}>
      <CauseChoice cause={cause} onChange={setCause} />
      <Button disabled={take.isPending} onClick={() => take.mutate({ act: 'pull', call: contact.call, cause })}>
        {t('ownCall.pull')}
      </Button>
      <Dropdown
        disabled={isPending || queues.length === 0}
        trigger={['click']}
        menu={{
          items: queues.map(({ code }) => ({ key: code, label: queueName(code) })),
          onClick: ({ key }) => mutate({ act: 'move', call: contact.call, queue: key }),
        }}
      >
        <Button disabled={isPending || queues.length === 0}>{t('supervisor.act.move')}</Button>
      </Dropdown>
      <Dropdown
        disabled={isPending || ready.length === 0}
        trigger={['click']}
        menu={{
          items: ready.map(({ agent, displayName }) => ({ key: agent, label: displayName })),
          onClick: ({ key }) => mutate({ act: 'assign', call: contact.call, agent: key }),
        }}
      >
        <Button disabled={isPending || ready.length === 0}>
          {t(ready.length === 0 ? 'supervisor.act.nobodyReady' : 'supervisor.act.assign')}
        </Button>
      </Dropdown>
      {contact.kind === 'callback' ? (
        <Popconfirm
          title={t('supervisor.act.giveUpSure')}
          okText={t('supervisor.act.giveUp')}
          cancelText={t('common.cancel')}
          okButtonProps={{ danger: true }}
          onConfirm={() => mutate({ act: 'release', call: contact.call })}
        >
          <Button danger disabled={isPending}>
            {t('supervisor.act.giveUp')}
          </Button>
        </Popconfirm>
      ) : null}
    </Flex>
  );
}

import { Button, Flex, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAgentName, useConfiguration, useConfiguredName } from '@/shared/api/use-configuration';
import type { AgentView } from '@/shared/api/views';
import { formatClock } from '@/shared/format/time';
import { useChangeSkillMoves, useSkillMoves } from '@/features/supervisor-desk/skill-moves/use-skill-moves';

const lengths = [15, 30, 60, 120, 240] as const;

/** Lends an agent to a queue for a while, shows what is lent until when, and takes it back. */
export function AgentSkillMoves({ view }: { view: AgentView }) {
  const { t } = useTranslation();
  const nameOf = useAgentName();
  const { data } = useConfiguration();
  const queueName = useConfiguredName('queues');
  const { data: moves = [] } = useSkillMoves();
  const { mutate, isPending } = useChangeSkillMoves();
  const [minutes, setMinutes] = useState(30);
  const own = moves.filter(({ agent }) => agent === view.agent);
  return (
    <Flex vertical gap={8}>
      {own.map(({ id, queue, until, by }) => (
        <Flex key={id} gap={8} align="center" justify="space-between">
          <span>{t('skillMove.until', { queue: queueName(queue), at: formatClock(until), by: nameOf(by) })}</span>
          <Button size="small" disabled={isPending} onClick={() => mutate({ cancel: id })}>
            {t('skillMove.cancel')}
          </Button>
        </Flex>
      ))}
      <Flex gap={8} wrap>
        <Select
          aria-label={t('skillMove.minutes')}
          value={minutes}
          onChange={setMinutes}
          options={lengths.map((length) => ({ value: length, label: t('skillMove.length', { minutes: length }) }))}
        />
        <Select
          aria-label={t('skillMove.lend')}
          placeholder={t('skillMove.lend')}
          value={null}
          disabled={isPending}
          style={{ flex: 1, minWidth: 160 }}
          options={(data?.queues ?? []).map(({ code }) => ({ value: code, label: queueName(code) }))}
          onChange={(queue: string | null) => (queue === null ? undefined : mutate({ agent: view.agent, queue, minutes }))}
        />
      </Flex>
    </Flex>
  );
}

import { DatePicker, Input, Select } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { useConfiguration, useConfiguredName } from '@/shared/api/use-configuration';
import { callOutcomes } from '@/shared/calls/call-schema';
import type { CallFilter } from '@/shared/calls/use-calls';

interface CallFiltersProps {
  readonly filter: CallFilter;
  readonly onChange: (filter: CallFilter) => void;
}

/** Queue, agent, outcome and days. */
export function CallFilters({ filter, onChange }: CallFiltersProps) {
  const { t } = useTranslation();
  const queueName = useConfiguredName('queues');
  const queues = useConfiguration().data?.queues ?? [];
  return (
    <>
      <DatePicker.RangePicker
        allowEmpty
        aria-label={t('calls.dates')}
        placeholder={[t('calls.from'), t('calls.to')]}
        style={{ width: 230 }}
        value={[filter.from ? dayjs(filter.from) : null, filter.to ? dayjs(filter.to).subtract(1, 'day') : null]}
        onChange={(range) =>
          onChange({
            ...filter,
            from: range?.[0]?.startOf('day').toISOString(),
            to: range?.[1]?.add(1, 'day').startOf('day').toISOString(),
          })
        }
      />
      <Select
        allowClear
        aria-label={t('calls.queue')}
        placeholder={t('calls.allQueues')}
        style={{ width: 140 }}
        value={filter.queue ?? null}
        onChange={(queue: string | null) => onChange({ ...filter, queue: queue ?? undefined })}
        options={queues.map(({ code }) => ({ value: code, label: queueName(code) }))}
      />
      <Select
        allowClear
        aria-label={t('calls.outcome')}
        placeholder={t('calls.allOutcomes')}
        style={{ width: 140 }}
        value={filter.outcome ?? null}
        onChange={(outcome: string | null) => onChange({ ...filter, outcome: outcome ?? undefined })}
        options={callOutcomes.map((outcome) => ({ value: outcome, label: t(`common.outcome.${outcome}`) }))}
      />
      <Input.Search
        allowClear
        aria-label={t('calls.agent')}
        placeholder={t('calls.allAgents')}
        style={{ width: 150 }}
        defaultValue={filter.agent ?? ''}
        onSearch={(agent) => onChange({ ...filter, agent: agent.trim() || undefined })}
      />
    </>
  );
}

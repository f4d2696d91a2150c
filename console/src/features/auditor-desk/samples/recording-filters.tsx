import { DatePicker, Input, InputNumber, Select } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { useConfiguration, useConfiguredName } from '@/shared/api/use-configuration';
import type { Criteria } from '@/features/auditor-desk/samples/recording-schema';

interface RecordingFiltersProps {
  readonly criteria: Criteria;
  readonly onChange: (criteria: Criteria) => void;
}

/** Days, queue, agent, disposition and length. */
export function RecordingFilters({ criteria, onChange }: RecordingFiltersProps) {
  const { t } = useTranslation();
  const queueName = useConfiguredName('queues');
  const dispositionName = useConfiguredName('dispositions');
  const configuration = useConfiguration().data;
  const seconds = (value: number | null) => (value === null ? undefined : String(value));
  return (
    <>
      <DatePicker.RangePicker
        allowEmpty
        aria-label={t('calls.dates')}
        placeholder={[t('calls.from'), t('calls.to')]}
        style={{ width: 220 }}
        value={[criteria.from ? dayjs(criteria.from) : null, criteria.to ? dayjs(criteria.to).subtract(1, 'day') : null]}
        onChange={(range) =>
          onChange({
            ...criteria,
            from: range?.[0]?.startOf('day').toISOString(),
            to: range?.[1]?.add(1, 'day').startOf('day').toISOString(),
          })
        }
      />
      <Select
        allowClear
        aria-label={t('calls.queue')}
        placeholder={t('calls.allQueues')}
        style={{ width: 120 }}
        value={criteria.queue ?? null}
        onChange={(queue: string | null) => onChange({ ...criteria, queue: queue ?? undefined })}
        options={(configuration?.queues ?? []).map(({ code }) => ({ value: code, label: queueName(code) }))}
      />
      <Select
        allowClear
        aria-label={t('samples.disposition')}
        placeholder={t('samples.allDispositions')}
        style={{ width: 120 }}
        value={criteria.disposition ?? null}
        onChange={(disposition: string | null) => onChange({ ...criteria, disposition: disposition ?? undefined })}
        options={(configuration?.dispositions ?? []).map(({ code }) => ({ value: code, label: dispositionName(code) }))}
      />
      <Input.Search
        allowClear
        aria-label={t('calls.agent')}
        placeholder={t('calls.allAgents')}
        style={{ width: 130 }}
        defaultValue={criteria.agent ?? ''}
        onSearch={(agent) => onChange({ ...criteria, agent: agent.trim() || undefined })}
      />
      <InputNumber
        aria-label={t('samples.minSeconds')}
        placeholder={t('samples.minSeconds')}
        min={0}
        max={86_400}
        style={{ width: 110 }}
        onChange={(value: number | null) => onChange({ ...criteria, minSeconds: seconds(value) })}
      />
      <InputNumber
        aria-label={t('samples.maxSeconds')}
        placeholder={t('samples.maxSeconds')}
        min={0}
        max={86_400}
        style={{ width: 110 }}
        onChange={(value: number | null) => onChange({ ...criteria, maxSeconds: seconds(value) })}
      />
    </>
  );
}

import { DatePicker, InputNumber, Select } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useConfiguration, useConfiguredName } from '@/shared/api/use-configuration';
import { callOutcomes } from '@/shared/calls/call-schema';

type Name = 'from' | 'to' | 'queue' | 'outcome' | 'disposition' | 'agent' | 'minSeconds' | 'maxSeconds';

/** What calls or recordings are asked for; what is absent matches all. */
export type SearchFilter = { readonly [name in Name]?: string | undefined };

interface SearchFiltersProps {
  readonly filter: SearchFilter;
  readonly onChange: (filter: SearchFilter) => void;
  /** What is asked for beside days, queue and agent: how a call ended, or what a recording is and how long. */
  readonly of: 'calls' | 'recordings';
}

/** The filters of the auditor's lists. */
export function SearchFilters({ filter, onChange, of }: SearchFiltersProps) {
  const set = (change: SearchFilter) => onChange({ ...filter, ...change });
  return (
    <>
      <DayFilter filter={filter} onSet={set} />
      <ChoiceFilters filter={filter} onSet={set} of={of} />
      <AgentFilter filter={filter} onSet={set} />
      {of === 'recordings' ? <LengthFilter filter={filter} onSet={set} /> : null}
    </>
  );
}

interface PartProps {
  readonly filter: SearchFilter;
  readonly onSet: (change: SearchFilter) => void;
}

function DayFilter({ filter, onSet }: PartProps) {
  const { t } = useTranslation();
  return (
    <DatePicker.RangePicker
      allowEmpty
      aria-label={t('calls.dates')}
      placeholder={[t('calls.from'), t('calls.to')]}
      style={{ width: 230 }}
      value={[filter.from ? dayjs(filter.from) : null, filter.to ? dayjs(filter.to).subtract(1, 'day') : null]}
      onChange={(range) =>
        onSet({
          from: range?.[0]?.startOf('day').toISOString(),
          to: range?.[1]?.add(1, 'day').startOf('day').toISOString(),
        })
      }
    />
  );
}

function ChoiceFilters({ filter, onSet, of }: PartProps & { of: SearchFiltersProps['of'] }) {
  const { t } = useTranslation();
  const queueName = useConfiguredName('queues');
  const dispositionName = useConfiguredName('dispositions');
  const configuration = useConfiguration().data;
  return (
    <>
      <Choice
        label={t('calls.queue')}
        all={t('calls.allQueues')}
        value={filter.queue}
        onChange={(queue) => onSet({ queue })}
        options={(configuration?.queues ?? []).map(({ code }) => ({ value: code, label: queueName(code) }))}
      />
      {of === 'calls' ? (
        <Choice
          label={t('calls.outcome')}
          all={t('calls.allOutcomes')}
          value={filter.outcome}
          onChange={(outcome) => onSet({ outcome })}
          options={callOutcomes.map((outcome) => ({ value: outcome, label: t(`common.outcome.${outcome}`) }))}
        />
      ) : (
        <Choice
          label={t('calls.disposition')}
          all={t('calls.allDispositions')}
          value={filter.disposition}
          onChange={(disposition) => onSet({ disposition })}
          options={(configuration?.dispositions ?? []).map(({ code }) => ({ value: code, label: dispositionName(code) }))}
        />
      )}
    </>
  );
}

/** Found by name or by account. */
function AgentFilter({ filter, onSet }: PartProps) {
  const { t } = useTranslation();
  const agents = useConfiguration().data?.agents ?? [];
  return (
    <Select
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      aria-label={t('calls.agent')}
      placeholder={t('calls.allAgents')}
      style={{ width: 150 }}
      popupMatchSelectWidth={false}
      value={filter.agent ?? null}
      onChange={(agent: string | null) => onSet({ agent: agent ?? undefined })}
      options={agents.map(({ user, displayName }) => ({ value: user, label: `${displayName} ${user}` }))}
    />
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly all: string;
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
  readonly options: readonly { value: string; label: string }[];
}

function Choice({ label, all, value, onChange, options }: ChoiceProps) {
  return (
    <Select
      allowClear
      aria-label={label}
      placeholder={all}
      style={{ width: 150 }}
      value={value ?? null}
      onChange={(chosen: string | null) => onChange(chosen ?? undefined)}
      options={[...options]}
    />
  );
}

type Lengths = Pick<SearchFilter, 'minSeconds' | 'maxSeconds'>;

/** While the one is typed it may lie beyond the other: nothing is asked for that matches nothing. */
function LengthFilter({ filter, onSet }: PartProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<Lengths | null>(null);
  const shown = typed ?? filter;
  const take = (lengths: Lengths) => {
    const isContrary = Number(lengths.minSeconds ?? 0) > Number(lengths.maxSeconds ?? Infinity);
    setTyped(isContrary ? lengths : null);
    if (!isContrary) {
      onSet(lengths);
    }
  };
  return (['minSeconds', 'maxSeconds'] as const).map((name) => (
    <InputNumber
      key={name}
      aria-label={t(`samples.${name}`)}
      aria-invalid={typed !== null}
      status={typed === null ? '' : 'error'}
      placeholder={t(`samples.${name}`)}
      min={0}
      max={86_400}
      precision={0}
      style={{ width: 120 }}
      value={shown[name] === undefined ? null : Number(shown[name])}
      onChange={(value) =>
        take({ minSeconds: shown.minSeconds, maxSeconds: shown.maxSeconds, [name]: value === null ? undefined : String(value) })
      }
    />
  ));
}

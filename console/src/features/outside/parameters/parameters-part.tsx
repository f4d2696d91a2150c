import { Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ListPart } from '@/shared/ui/list-part';
import { Panel } from '@/shared/ui/panel';
import { ChangeForm } from '@/features/outside/parameters/change-form';
import { ChangesPanel } from '@/features/outside/parameters/changes-panel';
import { useParameterName } from '@/features/outside/parameters/parameter-name';
import { useBoundWords, useValueWords } from '@/features/outside/parameters/value-words';
import { useGate, type GateParameter } from '@/features/outside/parameters/use-gate';
import styles from '@/features/outside/outside-page.module.css';

interface ParametersPartProps {
  readonly mayPropose: boolean;
  readonly mayApprove: boolean;
}

/** The gate's rules in numbers: what is in force, where it comes from, and who changes it. */
export function ParametersPart({ mayPropose, mayApprove }: ParametersPartProps) {
  const { t } = useTranslation();
  const nameOf = useParameterName();
  const wordsOf = useValueWords();
  const boundWords = useBoundWords();
  const gate = useGate();
  const [chosen, setChosen] = useState<string | null>(null);
  const parameters = gate.data?.parameters ?? [];
  const inHand = parameters.find(({ key }) => key === chosen) ?? null;
  return (
    <>
      <ChangesPanel changes={gate.data?.changes ?? []} mayApprove={mayApprove} />
      <Panel title={t('outside.part.parameters')}>
        <div className={styles['words']}>
          <p className={styles['soft']}>{t('outside.parametersHint')}</p>
        </div>
        {mayPropose ? <ChangeForm parameters={parameters} inHand={inHand} onChoose={setChosen} /> : null}
        <ListPart
          label={t('outside.part.parameters')}
          query={gate}
          rows={parameters}
          rowKey="key"
          empty={{ title: t('outside.noParameters'), hint: t('outside.noParametersHint') }}
          columns={[
            { key: 'name', title: t('outside.parameter'), render: (_, { key }) => nameOf(key) },
            { key: 'value', title: t('outside.inForce'), width: 260, render: (_, row) => <Value row={row} words={wordsOf(row.value)} /> },
            { key: 'initial', title: t('outside.initial'), width: 260, render: (_, { initial }) => wordsOf(initial) },
            { key: 'bound', title: t('outside.bound'), width: 120, render: (_, { bound }) => boundWords(bound) },
            {
              key: 'confidence',
              title: t('outside.source'),
              width: 130,
              render: (_, { confidence }) => <Tag color={confidence === 'verified' ? 'processing' : 'default'}>{t(`outside.confidence.${confidence}`)}</Tag>,
            },
          ]}
        />
      </Panel>
    </>
  );
}

/** What stands otherwise than by default is seen. */
function Value({ row, words }: { row: GateParameter; words: string }) {
  return row.value === row.initial ? <>{words}</> : <strong>{words}</strong>;
}

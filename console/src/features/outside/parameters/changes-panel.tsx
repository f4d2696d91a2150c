import { Button, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatTableTime } from '@/shared/format/time';
import { Panel } from '@/shared/ui/panel';
import { Refusal } from '@/shared/ui/refusal';
import { useParameterName } from '@/features/outside/parameters/parameter-name';
import { useDecideChange, type GateChange } from '@/features/outside/parameters/use-gate';
import { useValueWords } from '@/features/outside/parameters/value-words';
import styles from '@/features/outside/parameters/changes-panel.module.css';

const colours = { pending: 'warning', 'in-force': 'success', rejected: 'default' } as const;

interface ChangesPanelProps {
  readonly changes: readonly GateChange[];
  readonly mayApprove: boolean;
}

/** The newest changes, those that wait for a second person first; nothing where nobody has changed anything. */
export function ChangesPanel({ changes, mayApprove }: ChangesPanelProps) {
  const { t } = useTranslation();
  if (changes.length === 0) {
    return null;
  }
  const ordered = [...changes].sort((one, other) => Number(other.state === 'pending') - Number(one.state === 'pending'));
  return (
    <Panel title={t('outside.changes')}>
      <ul className={styles['changes']}>
        {ordered.map((change) => (
          <Change key={change.id} change={change} mayApprove={mayApprove} />
        ))}
      </ul>
    </Panel>
  );
}

function Change({ change, mayApprove }: { change: GateChange; mayApprove: boolean }) {
  const { t } = useTranslation();
  const nameOf = useParameterName();
  const wordsOf = useValueWords();
  const decide = useDecideChange(change.id);
  return (
    <li className={styles['change']}>
      <Tag color={colours[change.state]}>{t(`outside.changeStates.${change.state}`)}</Tag>
      <span>
        {nameOf(change.parameter)} → <strong>{wordsOf(change.value)}</strong>
        <small>
          {t('outside.changeBy', { by: change.proposedBy, at: formatTableTime(change.proposedAt), basis: change.basis || '–' })}
          {change.decidedBy === null ? null : ` · ${t('outside.decidedBy', { by: change.decidedBy })}`}
        </small>
      </span>
      {mayApprove && change.state === 'pending' ? (
        <span className={styles['acts']}>
          <Button size="small" type="primary" loading={decide.isPending} onClick={() => decide.mutate('approved')}>
            {t('outside.approve')}
          </Button>
          <Button size="small" disabled={decide.isPending} onClick={() => decide.mutate('rejected')}>
            {t('outside.reject')}
          </Button>
        </span>
      ) : null}
      {decide.isError ? <Refusal error={decide.error} fields={[]} /> : null}
    </li>
  );
}

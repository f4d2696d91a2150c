import { useTranslation } from 'react-i18next';
import { StateTag } from '@/shared/ui/state-tag';
import { idOf, type TransferOption } from '@/features/agent-desk/transfer/transfer-options';
import styles from '@/features/agent-desk/transfer/transfer-dialog.module.css';

interface TransferOptionLineProps {
  readonly option: TransferOption;
  /** Whether it can be taken as the dialog wants it. */
  readonly isOpen: boolean;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

/** One who can be chosen, with what tells whether the caller will have to wait. */
export function TransferOptionLine({ option, isOpen, isChosen, onChoose }: TransferOptionLineProps) {
  return (
    <div
      id={idOf(option)}
      role="option"
      tabIndex={-1}
      aria-selected={isChosen}
      aria-disabled={!isOpen}
      className={styles['option']}
      onClick={onChoose}
      onKeyDown={() => undefined}
    >
      <span className={styles['name']}>{option.name}</span>
      <OptionFacts option={option} />
    </div>
  );
}

function OptionFacts({ option }: { option: TransferOption }) {
  const { t } = useTranslation();
  switch (option.kind) {
    case 'agent':
      return <StateTag state={option.state} />;
    case 'queue':
      return (
        <span className={styles['quiet']}>
          {t('agent.transfer.queue', { waiting: option.waiting, ready: option.readyAgents })}
        </span>
      );
    case 'outside':
      return <span className={styles['quiet']}>{t('agent.transfer.outside', { number: option.number })}</span>;
  }
}

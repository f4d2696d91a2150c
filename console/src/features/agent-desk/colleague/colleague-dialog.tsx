import { Button, Input, Modal, type InputRef } from 'antd';
import { useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import { QuietEmpty } from '@/shared/ui/quiet-empty';
import { useCallColleague } from '@/features/agent-desk/colleague/use-call-colleague';
import { OptionsLoading } from '@/features/agent-desk/transfer/options-loading';
import { TransferOptionLine } from '@/features/agent-desk/transfer/transfer-option-line';
import { idOf, optionsOf } from '@/features/agent-desk/transfer/transfer-options';
import { useTransferTargets } from '@/features/agent-desk/transfer/use-transfer-targets';
import styles from '@/features/agent-desk/transfer/transfer-dialog.module.css';

interface ColleagueDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Whom to call: typed, chosen by the arrow keys, done by Enter. */
export function ColleagueDialog({ isOpen, onClose }: ColleagueDialogProps) {
  const { t } = useTranslation();
  const input = useRef<InputRef>(null);
  const [typed, setTyped] = useState('');
  const [place, setPlace] = useState(0);
  const targets = useTransferTargets(isOpen);
  const call = useCallColleague();
  const agents = targets.data === undefined ? [] : targets.data.agents;
  const options = optionsOf({ queues: [], agents, outsideNumbers: [] }, typed, (code) => code).filter((option) => option.kind === 'agent');
  const at = Math.min(place, options.length - 1);
  const chosen = options[at];
  const begin = () => {
    if (chosen?.canBeAsked === true && !call.isPending) {
      call.mutate(chosen.user, { onSuccess: onClose });
    }
  };
  const press = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      setPlace(Math.max(0, Math.min(options.length - 1, at + step)));
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      begin();
    }
  };
  return (
    <Modal
      open={isOpen}
      title={t('agent.colleague.title')}
      width={440}
      destroyOnHidden
      closable={{ 'aria-label': t('common.close') }}
      onCancel={onClose}
      afterOpenChange={(open) => (open ? input.current?.focus() : setTyped(''))}
      footer={[
        <Button key="cancel" onClick={onClose}>
          {t('common.cancel')}
        </Button>,
        <Button key="ok" type="primary" disabled={chosen?.canBeAsked !== true} loading={call.isPending} onClick={begin}>
          {t('agent.colleague.call')}
        </Button>,
      ]}
    >
      <p className={styles['hint']}>{t('agent.colleague.hint')}</p>
      <Input
        ref={input}
        role="combobox"
        aria-expanded
        aria-controls="colleagues"
        aria-activedescendant={chosen === undefined ? undefined : idOf(chosen)}
        aria-label={t('agent.colleague.search')}
        placeholder={t('agent.colleague.search')}
        value={typed}
        maxLength={64}
        onChange={(event) => {
          setTyped(event.target.value);
          setPlace(0);
        }}
        onKeyDown={press}
      />
      <div id="colleagues" role="listbox" aria-label={t('agent.colleague.colleagues')} className={styles['list']}>
        {options.map((option, index) => (
          <TransferOptionLine
            key={idOf(option)}
            option={option}
            isOpen={option.canBeAsked}
            isChosen={option === chosen}
            onChoose={() => setPlace(index)}
          />
        ))}
      </div>
      {targets.isPending ? <OptionsLoading /> : null}
      {targets.isSuccess && options.length === 0 ? (
        <QuietEmpty title={t('agent.colleague.none')} hint={t('agent.colleague.noneHint')} />
      ) : null}
      {targets.isError ? <ProblemNotice error={targets.error} onRetry={() => void targets.refetch()} /> : null}
      {call.isError ? <ProblemNotice error={call.error} title={t('agent.colleague.notCalled')} /> : null}
    </Modal>
  );
}

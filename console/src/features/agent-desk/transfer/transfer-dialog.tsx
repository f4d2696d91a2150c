import { Alert, Button, Input, Modal, type InputRef } from 'antd';
import { useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useConfiguredName } from '@/shared/api/use-configuration';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import { QuietEmpty } from '@/shared/ui/quiet-empty';
import { useBeginConsultation } from '@/features/agent-desk/consultation/use-begin-consultation';
import { OptionsLoading } from '@/features/agent-desk/transfer/options-loading';
import { TransferOptionLine } from '@/features/agent-desk/transfer/transfer-option-line';
import { idOf, optionsOf, targetOf, type TransferOption } from '@/features/agent-desk/transfer/transfer-options';
import { TransferProblem } from '@/features/agent-desk/transfer/transfer-problem';
import { useTransfer } from '@/features/agent-desk/transfer/use-transfer';
import { useTransferTargets } from '@/features/agent-desk/transfer/use-transfer-targets';
import styles from '@/features/agent-desk/transfer/transfer-dialog.module.css';

interface TransferDialogProps {
  readonly call: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Whom to hand the caller to: typed, chosen by the arrow keys, done by Enter. */
export function TransferDialog({ call, isOpen, onClose }: TransferDialogProps) {
  const { t } = useTranslation();
  const input = useRef<InputRef>(null);
  const [typed, setTyped] = useState('');
  const [place, setPlace] = useState(0);
  const queueName = useConfiguredName('queues');
  const targets = useTransferTargets(isOpen);
  const transfer = useTransfer(call);
  const consultation = useBeginConsultation(call);
  const options = targets.data === undefined ? [] : optionsOf(targets.data, typed, queueName);
  const chosen = options[Math.min(place, options.length - 1)];

  const hand = (option: TransferOption | undefined) => {
    if (option?.isFree === true && !transfer.isPending) {
      transfer.mutate(targetOf(option), { onSuccess: onClose });
    }
  };
  const ask = (option: TransferOption | undefined) => {
    if (option?.canBeAsked === true && !consultation.isPending) {
      consultation.mutate(targetOf(option), { onSuccess: onClose });
    }
  };
  const press = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      setPlace(Math.max(0, Math.min(options.length - 1, Math.min(place, options.length - 1) + step)));
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      (event.shiftKey ? ask : hand)(chosen);
    }
  };
  return (
    <Modal
      open={isOpen}
      title={t('agent.transfer.title')}
      width={480}
      destroyOnHidden
      closable={{ 'aria-label': t('common.close') }}
      onCancel={onClose}
      afterOpenChange={(open) => (open ? input.current?.focus() : setTyped(''))}
      footer={[
        <Button key="cancel" onClick={onClose}>
          {t('common.cancel')}
        </Button>,
        <Button key="ask" disabled={chosen?.canBeAsked !== true} loading={consultation.isPending} onClick={() => ask(chosen)}>
          {t('agent.transfer.ask')}
        </Button>,
        <Button key="ok" type="primary" disabled={chosen?.isFree !== true} loading={transfer.isPending} onClick={() => hand(chosen)}>
          {t('agent.transfer.hand')}
        </Button>,
      ]}
    >
      <p className={styles['hint']}>{t('agent.transfer.hint')}</p>
      <Input
        ref={input}
        role="combobox"
        aria-expanded
        aria-controls="transfer-targets"
        aria-activedescendant={chosen === undefined ? undefined : idOf(chosen)}
        aria-label={t('agent.transfer.search')}
        placeholder={t('agent.transfer.search')}
        value={typed}
        maxLength={64}
        onChange={(event) => {
          setTyped(event.target.value);
          setPlace(0);
        }}
        onKeyDown={press}
      />
      <div id="transfer-targets" role="listbox" aria-label={t('agent.transfer.targets')} className={styles['list']}>
        {options.map((option) => (
          <TransferOptionLine
            key={idOf(option)}
            option={option}
            isOpen={option.isFree}
            isChosen={option === chosen}
            onChoose={() => setPlace(options.indexOf(option))}
          />
        ))}
      </div>
      {targets.isPending ? <OptionsLoading /> : null}
      {targets.isSuccess && options.length === 0 ? (
        <QuietEmpty title={t('agent.transfer.none')} hint={t('agent.transfer.noneHint')} />
      ) : null}
      {chosen !== undefined && !chosen.isFree ? (
        <Alert type="info" showIcon title={chosen.canBeAsked ? t('agent.transfer.askOnly') : t('agent.transfer.busy')} />
      ) : null}
      {targets.isError ? <ProblemNotice error={targets.error} onRetry={() => void targets.refetch()} /> : null}
      {chosen?.kind === 'outside' ? <Alert type="info" showIcon title={t('agent.transfer.outsideHint')} /> : null}
      {transfer.isError ? <TransferProblem error={transfer.error} /> : null}
      {consultation.isError ? <TransferProblem error={consultation.error} /> : null}
    </Modal>
  );
}

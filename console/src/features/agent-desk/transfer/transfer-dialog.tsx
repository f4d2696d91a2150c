import { Alert, Button, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { useConfiguredName } from '@/shared/api/use-configuration';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import { QuietEmpty } from '@/shared/ui/quiet-empty';
import { useBeginConsultation } from '@/features/agent-desk/consultation/use-begin-consultation';
import { OptionsLoading } from '@/features/agent-desk/transfer/options-loading';
import { OptionSearchBox } from '@/features/agent-desk/transfer/option-search-box';
import { optionsOf, targetOf, type TransferOption } from '@/features/agent-desk/transfer/transfer-options';
import { TransferProblem } from '@/features/agent-desk/transfer/transfer-problem';
import { useOptionSearch } from '@/features/agent-desk/transfer/use-option-search';
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
  const queueName = useConfiguredName('queues');
  const targets = useTransferTargets(isOpen);
  const transfer = useTransfer(call);
  const consultation = useBeginConsultation(call);
  const search = useOptionSearch((typed) => (targets.data === undefined ? [] : optionsOf(targets.data, typed, queueName)));
  const { options, chosen } = search;

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
  return (
    <Modal
      open={isOpen}
      title={t('agent.transfer.title')}
      width={480}
      destroyOnHidden
      closable={{ 'aria-label': t('common.close') }}
      onCancel={onClose}
      afterOpenChange={search.opened}
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
      <OptionSearchBox
        id="transfer-targets"
        label={t('agent.transfer.search')}
        listLabel={t('agent.transfer.targets')}
        search={search}
        isOpen={(option) => option.isFree}
        onEnter={(isShift) => (isShift ? ask : hand)(chosen)}
      />
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

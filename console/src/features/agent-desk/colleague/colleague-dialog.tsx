import { Button, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import { QuietEmpty } from '@/shared/ui/quiet-empty';
import { useCallColleague } from '@/features/agent-desk/colleague/use-call-colleague';
import { OptionsLoading } from '@/features/agent-desk/transfer/options-loading';
import { OptionSearchBox } from '@/features/agent-desk/transfer/option-search-box';
import { optionsOf } from '@/features/agent-desk/transfer/transfer-options';
import { useOptionSearch } from '@/features/agent-desk/transfer/use-option-search';
import { useTransferTargets } from '@/features/agent-desk/transfer/use-transfer-targets';
import styles from '@/features/agent-desk/transfer/transfer-dialog.module.css';

interface ColleagueDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Whom to call: typed, chosen by the arrow keys, done by Enter. */
export function ColleagueDialog({ isOpen, onClose }: ColleagueDialogProps) {
  const { t } = useTranslation();
  const targets = useTransferTargets(isOpen);
  const call = useCallColleague();
  const agents = targets.data === undefined ? [] : targets.data.agents;
  const search = useOptionSearch((typed) =>
    optionsOf({ queues: [], agents, outsideNumbers: [] }, typed, (code) => code).filter((option) => option.kind === 'agent'),
  );
  const { options, chosen } = search;
  const begin = () => {
    if (chosen?.canBeAsked === true && !call.isPending) {
      call.mutate(chosen.user, { onSuccess: onClose });
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
      afterOpenChange={search.opened}
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
      <OptionSearchBox
        id="colleagues"
        label={t('agent.colleague.search')}
        listLabel={t('agent.colleague.colleagues')}
        search={search}
        isOpen={(option) => option.canBeAsked}
        onEnter={begin}
      />
      {targets.isPending ? <OptionsLoading /> : null}
      {targets.isSuccess && options.length === 0 ? (
        <QuietEmpty title={t('agent.colleague.none')} hint={t('agent.colleague.noneHint')} />
      ) : null}
      {targets.isError ? <ProblemNotice error={targets.error} onRetry={() => void targets.refetch()} /> : null}
      {call.isError ? <ProblemNotice error={call.error} title={t('agent.colleague.notCalled')} /> : null}
    </Modal>
  );
}

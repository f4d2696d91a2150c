import { Button, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { useConfiguredName } from '@/shared/api/use-configuration';
import { formatTableTime } from '@/shared/format/time';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import { SideSheet } from '@/shared/ui/side-sheet';
import styles from '@/features/supervisor-desk/callbacks/callbacks-drawer.module.css';
import { useCallbacks, useCancelCallback, type Callback } from '@/features/supervisor-desk/callbacks/use-callbacks';

/** Call backs that reached nobody: when the next try is, what came of it, and that it is left. */
export function CallbacksDrawer({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <SideSheet open={isOpen} onClose={onClose} size={480} title={t('callbacks.title')}>
      <p className={styles['hint']}>{t('callbacks.hint')}</p>
      <Callbacks />
    </SideSheet>
  );
}

function Callbacks() {
  const callbacks = useCallbacks();
  if (callbacks.isPending) {
    return <Skeleton active paragraph={{ rows: 6 }} />;
  }
  if (callbacks.isError) {
    return <ProblemNotice error={callbacks.error} onRetry={() => void callbacks.refetch()} />;
  }
  return (
    <ol className={styles['callbacks']}>
      {callbacks.data.items.map((callback) => (
        <CallbackRow key={callback.id} callback={callback} />
      ))}
    </ol>
  );
}

const results = ['reached', 'busy', 'no-answer', 'declined', 'unknown-number', 'no-trunk'] as const;

function CallbackRow({ callback }: { callback: Callback }) {
  const { t } = useTranslation();
  const queueName = useConfiguredName('queues');
  const cancel = useCancelCallback();
  const result = results.find((code) => code === callback.outcome);
  // What refused in the end is a rule of the gate, shown by its id.
  const outcome = result ? t(`callback.result.${result}`) : callback.outcome;
  const isToCome = callback.state === 'scheduled';
  return (
    <li className={styles['callback']} data-over={isToCome ? undefined : true}>
      <div className={styles['head']}>
        <span>
          <strong>{callback.number}</strong> · {queueName(callback.queue)}
        </span>
        {isToCome ? (
          <Button size="small" loading={cancel.isPending} onClick={() => cancel.mutate(callback.id)}>
            {t('callbacks.cancel')}
          </Button>
        ) : null}
      </div>
      <span className={styles['soft']}>
        {t(`callbacks.state.${callback.state}`, { at: formatTableTime(callback.dueAt), outcome })}
      </span>
      {cancel.isError ? <ProblemNotice error={cancel.error} title={t('callbacks.failed')} /> : null}
    </li>
  );
}

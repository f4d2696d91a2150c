import { PauseCircleOutlined, PlayCircleOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatClock } from '@/shared/format/time';
import { useShortcuts } from '@/shared/keyboard/use-shortcuts';
import { Elapsed } from '@/shared/ui/elapsed';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import { usePauseRecording, useRecordingPause } from '@/features/agent-desk/call/use-recording-pause';
import styles from '@/features/agent-desk/call/recording-pause.module.css';

/** Pauses the recording while the customer says what must not be kept; a paused one is seen from afar. */
export function RecordingPause({ call }: { call: string }) {
  const { t } = useTranslation();
  const pause = useRecordingPause(call);
  const change = usePauseRecording(call);
  const isPaused = pause.data?.paused ?? false;
  const { since = null, until = null } = pause.data ?? {};
  const toggle = () => change.mutate(isPaused ? 'resume' : 'pause');
  useShortcuts({ F3: toggle });
  return (
    <div className={styles['recording']} data-paused={isPaused || undefined}>
      {isPaused && since !== null ? (
        <p className={styles['paused']} role="status">
          <PauseCircleOutlined aria-hidden />
          <span>{t('agent.recording.paused')}</span>
          <strong>
            <Elapsed since={since} />
          </strong>
          {until === null ? null : <small>{t('agent.recording.until', { at: formatClock(until) })}</small>}
        </p>
      ) : null}
      <Button
        block
        type={isPaused ? 'primary' : 'default'}
        icon={isPaused ? <PlayCircleOutlined aria-hidden /> : <PauseCircleOutlined aria-hidden />}
        loading={change.isPending}
        onClick={toggle}
      >
        {isPaused ? t('agent.recording.resume') : t('agent.recording.pause')} <kbd>F3</kbd>
      </Button>
      {change.isError ? <ProblemNotice error={change.error} title={t(isPaused ? 'agent.recording.notResumed' : 'agent.recording.notPaused')} /> : null}
    </div>
  );
}

import { AudioMutedOutlined, AudioOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useShortcuts } from '@/shared/keyboard/use-shortcuts';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import { useMute } from '@/features/agent-desk/call/use-mute';
import styles from '@/features/agent-desk/call/call-panel.module.css';

/** Nobody hears the agent, on whichever phone: said as long as it lasts. */
export function MuteButton({ call }: { call: string }) {
  const { t } = useTranslation();
  const { isMuted, isPending, toggle, error } = useMute(call);
  useShortcuts({ F7: toggle });
  return (
    <>
      <Button
        type={isMuted ? 'primary' : 'default'}
        icon={isMuted ? <AudioMutedOutlined aria-hidden /> : <AudioOutlined aria-hidden />}
        aria-pressed={isMuted}
        loading={isPending}
        onClick={toggle}
      >
        {isMuted ? t('agent.call.unmute') : t('agent.call.mute')} <kbd>F7</kbd>
      </Button>
      {isMuted ? (
        <p className={styles['muted']} role="status">
          {t('agent.call.mutedNote')}
        </p>
      ) : null}
      {error === null ? null : <ProblemNotice error={error} title={t(isMuted ? 'agent.call.notUnmuted' : 'agent.call.notMuted')} />}
    </>
  );
}

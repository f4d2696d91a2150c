import { useTranslation } from 'react-i18next';
import { NuisanceMark } from '@/features/agent-desk/call/nuisance-mark';
import { Panel } from '@/shared/ui/panel';
import type { CallScene } from '@/features/agent-desk/call-scene';
import { IdleCall } from '@/features/agent-desk/call/idle-call';
import { RingingCall } from '@/features/agent-desk/call/ringing-call';
import { TalkingCall } from '@/features/agent-desk/call/talking-call';
import { useRungCallback } from '@/features/agent-desk/call/use-rung-callback';
import { CallbackNotice } from '@/features/agent-desk/call/callback-notice';
import { CallerFacts } from '@/features/agent-desk/call/caller-facts';
import { MicrophoneNotice } from '@/features/agent-desk/microphone-notice';
import styles from '@/features/agent-desk/call/call-panel.module.css';

interface CallPanelProps {
  readonly scene: CallScene;
  readonly user: string;
  readonly onTransfer: () => void;
  readonly onCallColleague: () => void;
}

/** The telephone of the desk, in the scene that the call is in. */
export function CallPanel({ scene, user, onTransfer, onCallColleague }: CallPanelProps) {
  const { t } = useTranslation();
  return (
    <Panel title={t('agent.call.panel')} className={styles['panel']} isTitleHidden>
      <div className={styles['scene']} data-scene={scene.kind}>
        <MicrophoneNotice />
        <Scene scene={scene} user={user} onTransfer={onTransfer} onCallColleague={onCallColleague} />
      </div>
    </Panel>
  );
}

function Scene({ scene, user, onTransfer, onCallColleague }: CallPanelProps) {
  const unanswered = useRungCallback(scene);
  const { t } = useTranslation();
  switch (scene.kind) {
    case 'idle':
      return <IdleCall user={user} unanswered={unanswered} onCallColleague={onCallColleague} />;
    case 'ringing':
      return <RingingCall scene={scene} />;
    case 'answering':
    case 'ending':
      return (
        <>
          <CallerFacts scene={scene} />
          <p className={styles['quiet']} role="status">
            {scene.kind === 'answering' ? t('agent.call.answering') : t('agent.call.ending')}
          </p>
        </>
      );
    case 'talking':
      return <TalkingCall scene={scene} onTransfer={onTransfer} />;
    case 'wrap-up':
      return (
        <>
          <CallerFacts scene={scene} />
          <CallbackNotice scene={scene} />
          <p className={styles['quiet']}>{t('agent.call.wrapUp')}</p>
          {scene.contact?.kind === 'call' ? <NuisanceMark key={scene.call} call={scene.call} /> : null}
        </>
      );
  }
}

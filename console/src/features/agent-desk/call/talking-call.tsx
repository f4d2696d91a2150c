import { AudioMutedOutlined, AudioOutlined, CaretRightOutlined, PauseOutlined, SwapOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Elapsed } from '@/shared/ui/elapsed';
import { StateIcon } from '@/shared/ui/state-icon';
import type { CallScene } from '@/features/agent-desk/call-scene';
import { CallbackNotice } from '@/features/agent-desk/call/callback-notice';
import { CallerFacts } from '@/features/agent-desk/call/caller-facts';
import { ConsultationPanel } from '@/features/agent-desk/consultation/consultation-panel';
import { HeardListeners } from '@/features/agent-desk/call/heard-listeners';
import { HangUpIcon } from '@/features/agent-desk/call/hang-up-icon';
import { LineNotice } from '@/features/agent-desk/call/line-notice';
import { Keypad } from '@/features/agent-desk/call/keypad';
import { NuisanceMark } from '@/features/agent-desk/call/nuisance-mark';
import { QualityMeter } from '@/features/agent-desk/call/quality-meter';
import { RecordingPause } from '@/features/agent-desk/call/recording-pause';
import { useSoftphone, useSoftphoneState } from '@/shared/softphone/softphone-context';
import styles from '@/features/agent-desk/call/call-panel.module.css';

interface ControlsProps {
  /** Nobody but agent and caller has to do with the call. */
  readonly isPlain: boolean;
  readonly onTransfer: () => void;
}

type TalkingScene = Extract<CallScene, { kind: 'talking' }>;

/** The running call: its timer, and what can be done with it. */
export function TalkingCall({ scene, onTransfer }: { scene: TalkingScene; onTransfer: () => void }) {
  const { t } = useTranslation();
  const word = scene.held ? 'held' : 'talking';
  // Whoever is called by a colleague hands nothing on, and while a colleague is asked it is the panel that says who waits.
  const isPlain = scene.consultation === null && scene.contact?.kind !== 'internal';
  return (
    <>
      <CallerFacts scene={scene} />
      <p className={styles['timer']} data-held={scene.held || undefined}>
        <StateIcon state={word} />
        <span>{t(`agent.call.${word}`)}</span>
        <strong>
          <Elapsed since={scene.since} />
        </strong>
      </p>
      <CallbackNotice scene={scene} />
      <HeardListeners listeners={scene.contact?.listeners ?? []} />
      <RecordingPause call={scene.call} />
      <LineNotice quality={scene.contact?.quality ?? null} isShownWhenGood={scene.phone === 'sip'} />
      {scene.contact?.kind === 'call' ? <NuisanceMark key={scene.call} call={scene.call} /> : null}
      {scene.consultation ? <ConsultationPanel call={scene.call} consultation={scene.consultation} /> : null}
      {scene.phone === 'here' ? (
        <Controls isPlain={isPlain} onTransfer={onTransfer} />
      ) : (
        <ElsewhereControls isPlain={isPlain} onTransfer={onTransfer} />
      )}
    </>
  );
}

/** The voice is on a SIP phone: what the platform does for it is here all the same. */
function ElsewhereControls({ isPlain, onTransfer }: ControlsProps) {
  const { t } = useTranslation();
  return (
    <>
      <p className={styles['quiet']}>{t('agent.call.useThePhone')}</p>
      <div className={styles['controls']}>{isPlain ? <TransferButton onTransfer={onTransfer} /> : null}</div>
    </>
  );
}

function TransferButton({ onTransfer }: { onTransfer: () => void }) {
  const { t } = useTranslation();
  return (
    <Button icon={<SwapOutlined aria-hidden />} onClick={onTransfer}>
      {t('agent.call.transfer')} <kbd>F8</kbd>
    </Button>
  );
}

function Controls({ isPlain, onTransfer }: ControlsProps) {
  const { t } = useTranslation();
  const softphone = useSoftphone();
  const leg = useSoftphoneState((state) => state.leg);
  const [isKeypadOpen, setKeypadOpen] = useState(false);
  if (leg.kind !== 'talking') {
    return null;
  }
  const isHeld = leg.hold === 'held' || leg.hold === 'resuming';
  return (
    <>
      <div className={styles['controls']}>
        {isPlain || isHeld ? (
          <Button
            icon={isHeld ? <CaretRightOutlined aria-hidden /> : <PauseOutlined aria-hidden />}
            loading={leg.hold === 'holding' || leg.hold === 'resuming'}
            onClick={() => softphone.toggleHold()}
          >
            {isHeld ? t('agent.call.resume') : t('agent.call.hold')} <kbd>F6</kbd>
          </Button>
        ) : null}
        <Button
          type={leg.muted ? 'primary' : 'default'}
          icon={leg.muted ? <AudioMutedOutlined aria-hidden /> : <AudioOutlined aria-hidden />}
          aria-pressed={leg.muted}
          onClick={() => softphone.toggleMute()}
        >
          {leg.muted ? t('agent.call.unmute') : t('agent.call.mute')} <kbd>F7</kbd>
        </Button>
        {isPlain ? <TransferButton onTransfer={onTransfer} /> : null}
        <Button aria-expanded={isKeypadOpen} onClick={() => setKeypadOpen(!isKeypadOpen)}>
          {isKeypadOpen ? t('agent.call.closeKeypad') : t('agent.call.keypad')}
        </Button>
        <Button danger type="primary" icon={<HangUpIcon />} onClick={() => softphone.hangUp()}>
          {t('agent.call.hangUp')} <kbd>F4</kbd>
        </Button>
      </div>
      {leg.muted ? <p className={styles['muted']}>{t('agent.call.mutedNote')}</p> : null}
      {isKeypadOpen ? <Keypad onTone={(tone) => softphone.sendTone(tone)} /> : null}
      {leg.hold === 'none' ? <QualityMeter /> : null}
    </>
  );
}

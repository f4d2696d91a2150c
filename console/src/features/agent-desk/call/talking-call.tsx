import { CaretRightOutlined, PauseOutlined, SwapOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Elapsed } from '@/shared/ui/elapsed';
import { StateIcon } from '@/shared/ui/state-icon';
import type { CallScene } from '@/features/agent-desk/call-scene';
import { CallbackNotice } from '@/features/agent-desk/call/callback-notice';
import { CallerFacts } from '@/features/agent-desk/call/caller-facts';
import { InternalCallPanel } from '@/features/agent-desk/colleague/internal-call-panel';
import { ConsultationPanel } from '@/features/agent-desk/consultation/consultation-panel';
import { DeskPhoneHold } from '@/features/agent-desk/call/desk-phone-hold';
import { HeardListeners } from '@/features/agent-desk/call/heard-listeners';
import { HangUpIcon } from '@/features/agent-desk/call/hang-up-icon';
import { LineNotice } from '@/features/agent-desk/call/line-notice';
import { Keypad } from '@/features/agent-desk/call/keypad';
import { MuteButton } from '@/features/agent-desk/call/mute-button';
import { NuisanceMark } from '@/features/agent-desk/call/nuisance-mark';
import { SelfServiceMenu } from '@/features/agent-desk/self-service/self-service-menu';
import { SelfServicePanel } from '@/features/agent-desk/self-service/self-service-panel';
import { QualityMeter } from '@/features/agent-desk/call/quality-meter';
import { RecordingPause } from '@/features/agent-desk/call/recording-pause';
import { useSoftphone, useSoftphoneState } from '@/shared/softphone/softphone-context';
import styles from '@/features/agent-desk/call/call-panel.module.css';

interface ControlsProps {
  readonly call: string;
  readonly isHeld: boolean;
  /** Nobody but agent and caller has to do with the call. */
  readonly isPlain: boolean;
  readonly onTransfer: () => void;
}

type TalkingScene = Extract<CallScene, { kind: 'talking' }>;

interface TalkingCallProps {
  readonly scene: TalkingScene;
  readonly onTransfer: () => void;
  /** Whether this person marks numbers as a nuisance. Who confirms such marks does not make them. */
  readonly mayMark?: boolean;
}

/** The running call: its timer, and what can be done with it. */
export function TalkingCall({ scene, onTransfer, mayMark = true }: TalkingCallProps) {
  const { t } = useTranslation();
  const word = scene.held ? 'held' : 'talking';
  // Whoever is called by a colleague hands nothing on, and while a colleague is asked it is the panel that says who waits.
  const selfService = scene.contact?.selfService ?? null;
  const isLent = selfService?.state === 'lent';
  const isAlone = scene.consultation === null && scene.contact?.kind !== 'internal';
  const isPlain = isAlone && !isLent;
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
      {mayMark && scene.contact?.kind === 'call' ? <NuisanceMark key={scene.call} call={scene.call} /> : null}
      <OtherParties scene={scene} />
      {selfService ? <SelfServicePanel call={scene.call} selfService={selfService} /> : null}
      {isPlain && !scene.held && scene.contact?.kind === 'call' ? <SelfServiceMenu call={scene.call} /> : null}
      {scene.phone === 'here' ? (
        <Controls call={scene.call} isHeld={scene.held} isPlain={isPlain} onTransfer={onTransfer} />
      ) : (
        <ElsewhereControls call={scene.call} isHeld={scene.held} isPlain={isPlain} onTransfer={onTransfer} />
      )}
    </>
  );
}

/** Whom else the call has to do with: a colleague who is asked about a caller, or who is called without one. */
function OtherParties({ scene }: { scene: TalkingScene }) {
  if (scene.contact?.kind === 'internal') {
    return scene.contact.about === null ? (
      <InternalCallPanel call={scene.call} colleague={scene.consultation} isHere={scene.phone === 'here'} />
    ) : null;
  }
  return scene.consultation ? <ConsultationPanel call={scene.call} consultation={scene.consultation} /> : null;
}

/** The voice is on a SIP phone: what the platform does for it is here all the same. */
function ElsewhereControls({ call, isHeld, isPlain, onTransfer }: ControlsProps) {
  const { t } = useTranslation();
  return (
    <>
      <p className={styles['quiet']}>{t('agent.call.useThePhone')}</p>
      <div className={styles['controls']}>
        {isPlain ? <DeskPhoneHold call={call} isHeld={isHeld} /> : null}
        <MuteButton call={call} />
        {isPlain ? <TransferButton onTransfer={onTransfer} /> : null}
        {isHeld ? null : <KeypadButton call={call} />}
      </div>
    </>
  );
}

function KeypadButton({ call }: { call: string }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {isOpen ? t('agent.call.closeKeypad') : t('agent.call.keypad')}
      </Button>
      {isOpen ? <Keypad call={call} /> : null}
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

function Controls({ call, isHeld: isAside, isPlain, onTransfer }: ControlsProps) {
  const { t } = useTranslation();
  const softphone = useSoftphone();
  const leg = useSoftphoneState((state) => state.leg);
  if (leg.kind !== 'talking') {
    return null;
  }
  const isHeld = leg.hold === 'held' || leg.hold === 'resuming';
  // The platform has put the caller aside, not this phone: only the platform can bring the caller back.
  const isHeldElsewhere = isPlain && isAside && leg.hold === 'none';
  return (
    <>
      <div className={styles['controls']}>
        {isHeldElsewhere ? <DeskPhoneHold call={call} isHeld /> : null}
        {!isHeldElsewhere && (isPlain || isHeld) ? (
          <Button
            icon={isHeld ? <CaretRightOutlined aria-hidden /> : <PauseOutlined aria-hidden />}
            loading={leg.hold === 'holding' || leg.hold === 'resuming'}
            onClick={() => softphone.toggleHold()}
          >
            {isHeld ? t('agent.call.resume') : t('agent.call.hold')} <kbd>F6</kbd>
          </Button>
        ) : null}
        <MuteButton call={call} />
        {isPlain ? <TransferButton onTransfer={onTransfer} /> : null}
        {isHeld ? null : <KeypadButton call={call} />}
      </div>
      <Button block danger type="primary" className={styles['hangUp'] ?? ''} icon={<HangUpIcon />} onClick={() => softphone.hangUp()}>
        {t('agent.call.hangUp')} <kbd>F4</kbd>
      </Button>
      {leg.hold === 'none' ? <QualityMeter /> : null}
    </>
  );
}

import { PhoneFilled } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Elapsed } from '@/shared/ui/elapsed';
import { RingingIcon } from '@/shared/ui/ringing-icon';
import type { CallScene } from '@/features/agent-desk/call-scene';
import { CallbackNotice } from '@/features/agent-desk/call/callback-notice';
import { CallerFacts } from '@/features/agent-desk/call/caller-facts';
import { InternalCallPanel } from '@/features/agent-desk/colleague/internal-call-panel';
import { ownInternalCall } from '@/features/agent-desk/colleague/own-internal-call';
import { useSoftphone } from '@/shared/softphone/softphone-context';
import styles from '@/features/agent-desk/call/call-panel.module.css';

/** A call that wants to be answered fills the panel. */
export function RingingCall({ scene }: { scene: Extract<CallScene, { kind: 'ringing' }> }) {
  const { t } = useTranslation();
  const softphone = useSoftphone();
  const isHere = scene.answer === 'here';
  if (ownInternalCall(scene) !== null) {
    return (
      <>
        <CallerFacts scene={scene} />
        <p className={styles['quiet']} role="status">
          {t(scene.answer === 'on-phone' ? 'agent.colleague.pickUp' : 'agent.call.phoneIsComing')}
        </p>
        <InternalCallPanel call={scene.call} colleague={null} isHere={scene.answer !== 'on-phone'} />
      </>
    );
  }
  return (
    <>
      <p className={styles['banner']} role="alert">
        <RingingIcon /> {t('agent.call.ringing')}
      </p>
      <CallerFacts scene={scene} />
      <CallbackNotice scene={scene} />
      {scene.contact ? <Waited since={scene.contact.arrivedAt} /> : null}
      {scene.answer === 'on-phone' ? (
        <p className={styles['quiet']}>{t('agent.call.answerOnPhone')}</p>
      ) : (
        <div className={styles['answers']}>
          <Button
            size="large"
            className={styles['answer'] ?? ''}
            icon={<PhoneFilled aria-hidden rotate={90} />}
            disabled={!isHere}
            onClick={() => void softphone.answer()}
          >
            {t('agent.call.answer')} <kbd>F2</kbd>
          </Button>
          <Button size="large" disabled={!isHere} onClick={() => softphone.hangUp()}>
            {t('agent.call.decline')} <kbd>F4</kbd>
          </Button>
          {isHere ? null : (
            <p className={styles['quiet']} role="status">
              {t('agent.call.phoneIsComing')}
            </p>
          )}
        </div>
      )}
    </>
  );
}

function Waited({ since }: { since: string }) {
  const { t } = useTranslation();
  const [before = '', after = ''] = t('agent.call.waited', { wait: '|' }).split('|');
  return (
    <p className={styles['waited']}>
      {before}
      <Elapsed since={since} />
      {after}
    </p>
  );
}

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive } from '@/shared/live/live-context';
import { Panel } from '@/shared/ui/panel';
import { TalkingCall } from '@/features/agent-desk/call/talking-call';
import { useCallKeys } from '@/features/agent-desk/call/use-call-keys';
import { useOutsideResult } from '@/features/agent-desk/consultation/use-outside-result';
import { TransferDialog } from '@/features/agent-desk/transfer/transfer-dialog';
import { useCallScene, useEndsByPlatform } from '@/features/agent-desk/use-call-scene';
import styles from '@/features/agent-desk/call/call-panel.module.css';

/** The talk of somebody who is no agent else, such as a supervisor who took it over: all that an agent does with one. */
export function OwnTalk() {
  const { t } = useTranslation();
  const scene = useCallScene();
  const isTalking = useLive((state) => state.me?.state === 'talking' && state.me.call !== null);
  const [transferred, setTransferred] = useState<string | null>(null);
  useEndsByPlatform();
  useOutsideResult(scene);
  const own = isTalking && scene.kind === 'talking' ? scene : null;
  const talk = own?.consultation === null ? own.call : null;
  const openTransfer = () => setTransferred(talk);
  useCallKeys(own ?? { kind: 'idle' }, openTransfer, () => undefined);
  if (own === null) {
    return null;
  }
  return (
    <Panel title={t('ownCall.talk')} className={styles['panel']} isTitleHidden>
      <div className={styles['scene']} data-scene="talking">
        <TalkingCall scene={own} onTransfer={openTransfer} mayMark={false} />
      </div>
      {talk === null ? null : (
        <TransferDialog key={talk} call={talk} isOpen={transferred === talk} onClose={() => setTransferred(null)} />
      )}
    </Panel>
  );
}

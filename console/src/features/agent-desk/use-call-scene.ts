import { useEffect, useMemo, useRef } from 'react';
import { useLive } from '@/shared/live/live-context';
import { endedTalk, sceneOf, takenOver, withdrawnContact, type CallScene } from '@/features/agent-desk/call-scene';
import { useSoftphone, useSoftphoneState } from '@/shared/softphone/softphone-context';

export function useCallScene(): CallScene {
  const me = useLive((state) => state.me);
  const contacts = useLive((state) => state.contacts);
  const endedCalls = useLive((state) => state.endedCalls);
  const leg = useSoftphoneState((state) => state.leg);
  return useMemo(() => sceneOf({ me, contacts, endedCalls, leg }), [me, contacts, endedCalls, leg]);
}

/**
 * Stops the ringing at once when the platform is quicker than the PBX in saying that the caller is gone, and drops a
 * leg whose end the PBX could not tell because it died.
 */
export function useEndsByPlatform(): void {
  const me = useLive((state) => state.me);
  const endedCalls = useLive((state) => state.endedCalls);
  const softphone = useSoftphone();
  const before = useRef(me);
  useEffect(() => {
    const withdrawn = withdrawnContact(before.current, me);
    const ended = endedTalk(before.current, me);
    const carried = takenOver(before.current, me);
    before.current = me;
    if (carried !== null) {
      softphone.carryOver(carried.from, carried.to);
    }
    const { leg } = softphone.read();
    if ((leg.kind === 'talking' || leg.kind === 'answering') && leg.contact === ended) {
      softphone.hangUp();
    }
    if (withdrawn !== null) {
      softphone.withdraw(withdrawn);
    }
  }, [me, softphone]);
  useEffect(() => {
    const last = endedCalls.at(-1);
    if (last !== undefined) {
      softphone.withdraw(last);
    }
  }, [endedCalls, softphone]);
}

import { useShortcuts } from '@/shared/keyboard/use-shortcuts';
import type { CallScene } from '@/features/agent-desk/call-scene';
import { useSoftphone, useSoftphoneState } from '@/shared/softphone/softphone-context';

/** F2, F4, F6 and F8 do what the buttons of the present scene do. */
export function useCallKeys(scene: CallScene, openTransfer: () => void, callColleague: () => void): void {
  const softphone = useSoftphone();
  const leg = useSoftphoneState((state) => state.leg);
  const isRingingHere = scene.kind === 'ringing' && scene.answer === 'here';
  const isTalkingHere = scene.kind === 'talking' && scene.phone === 'here';
  const isLent = scene.kind === 'talking' && scene.contact?.selfService?.state === 'lent';
  const isPlain = scene.kind === 'talking' && scene.consultation === null && scene.contact?.kind !== 'internal' && !isLent;
  const isHeld = leg.kind === 'talking' && leg.hold !== 'none';
  // Then the button that brings the caller back has the key.
  const isHeldElsewhere = isTalkingHere && scene.held && !isHeld;
  useShortcuts({
    F2: isRingingHere ? () => void softphone.answer() : undefined,
    F4: isRingingHere || isTalkingHere || scene.kind === 'answering' ? () => softphone.hangUp() : undefined,
    F6: isTalkingHere && !isHeldElsewhere && (isPlain || isHeld) ? () => softphone.toggleHold() : undefined,
    F8: isPlain ? openTransfer : scene.kind === 'idle' ? callColleague : undefined,
  });
}

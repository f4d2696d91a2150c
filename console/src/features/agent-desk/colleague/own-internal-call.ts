import type { CallScene } from '@/features/agent-desk/call-scene';

/** The call that this agent makes to a colleague, without any caller; `null` when the scene is another. */
export function ownInternalCall(scene: CallScene): string | null {
  return scene.kind !== 'idle' && scene.contact?.kind === 'internal' && scene.contact.from === null ? scene.call : null;
}

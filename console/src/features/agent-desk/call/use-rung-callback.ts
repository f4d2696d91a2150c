import { useState } from 'react';
import type { CallScene } from '@/features/agent-desk/call-scene';

/** The call to the outside for which the own phone rang last, and was not answered; `null` once anything else happens. */
export function useRungCallback(scene: CallScene): string | null {
  const [rung, setRung] = useState<string | null>(null);
  const now = scene.kind === 'idle' ? rung : scene.kind === 'ringing' && scene.contact?.kind === 'callback' ? scene.call : null;
  if (now !== rung) {
    setRung(now);
  }
  return scene.kind === 'idle' ? rung : null;
}

import { useEffect } from 'react';
import { useLiveConnection } from '@/shared/live/live-context';
import type { CallScene } from '@/features/agent-desk/call-scene';

/**
 * Tells the platform that the agent can see the ringing call: after the first paint that shows it with what is known of
 * the caller. A page in the background paints nothing, so it says nothing.
 */
export function useShownFrame(scene: CallScene): void {
  const connection = useLiveConnection();
  const contact = scene.kind === 'ringing' && scene.contact !== null ? scene.call : null;
  useEffect(() => {
    if (contact === null) {
      return undefined;
    }
    // The first frame draws it; a task of its own runs once that frame is on its way to the screen.
    const frame = requestAnimationFrame(() => {
      const painted = new MessageChannel();
      painted.port1.onmessage = () => {
        painted.port1.close();
        connection.tell({ type: 'shown', contact });
      };
      painted.port2.postMessage(null);
    });
    return () => cancelAnimationFrame(frame);
  }, [contact, connection]);
}

import { useEffect, useRef } from 'react';
import { useLive } from '@/shared/live/live-context';
import { useChangeDevice } from '@/features/agent-desk/use-agent-actions';

/** Who has chosen no phone yet takes calls where they are: in this browser. */
export function useDefaultDevice(): void {
  const hasNone = useLive((state) => state.connection === 'open' && state.me?.device.kind === 'none');
  const { mutate } = useChangeDevice();
  const asked = useRef(false);
  useEffect(() => {
    if (hasNone && !asked.current) {
      asked.current = true;
      mutate({ browser: true });
    }
  }, [hasNone, mutate]);
}

import { useState } from 'react';
import { useLive } from '@/shared/live/live-context';
import { useSoftphone } from '@/shared/softphone/softphone-context';
import { useTestDevice } from '@/features/agent-desk/use-agent-actions';

/** Begins a test. A microphone that the browser does not open fails it at once: there is nothing to call for. */
export function useDeviceTest() {
  const softphone = useSoftphone();
  const kind = useLive((state) => state.me?.device.kind);
  const { mutate, isPending, error } = useTestDevice();
  const [isLooking, setLooking] = useState(false);
  const begin = async () => {
    if (kind !== 'browser') {
      mutate({});
      return;
    }
    setLooking(true);
    await softphone.checkMicrophone();
    setLooking(false);
    const { microphone } = softphone.read();
    mutate(microphone === null ? {} : { microphone: microphone === 'denied' || microphone === 'insecure' ? 'denied' : 'missing' });
  };
  return { start: () => void begin(), isPending: isPending || isLooking, error };
}

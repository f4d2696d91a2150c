import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { request } from '@/shared/api/request';
import { agentViewSchema } from '@/shared/api/views';
import { useLive, useLiveStore } from '@/shared/live/live-context';

export type WantedDevice = { browser: true } | { sip: string } | { mobile: true };

/** PUT /api/agent/device. */
export function useChangeDevice() {
  const store = useLiveStore();
  return useMutation({
    mutationFn: (wanted: WantedDevice) => request(agentViewSchema, '/api/agent/device', { method: 'PUT', body: wanted }),
    onSuccess: (view) => store.takeOwn(view),
  });
}

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

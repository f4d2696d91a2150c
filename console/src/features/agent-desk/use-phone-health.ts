import { useLive } from '@/shared/live/live-context';
import type { MicrophoneProblem } from '@/shared/softphone/softphone-state';
import { useSoftphoneState } from '@/shared/softphone/softphone-context';

export type Health = 'off' | 'connecting' | 'registered' | 'lost' | 'refused' | 'microphone' | 'sip' | 'mobile' | 'none';

export interface PhoneHealthFacts {
  readonly health: Health;
  readonly microphone: MicrophoneProblem | null;
  /** Good, on its way, or something to be done. */
  readonly level: 'good' | 'waiting' | 'bad';
}

const levels: Record<Health, PhoneHealthFacts['level']> = {
  registered: 'good',
  sip: 'good',
  mobile: 'good',
  connecting: 'waiting',
  lost: 'waiting',
  off: 'waiting',
  refused: 'bad',
  microphone: 'bad',
  none: 'bad',
};

/** Whether the agent's phone can take a call, in one word. */
export function usePhoneHealth(): PhoneHealthFacts {
  const device = useLive((state) => state.me?.device.kind);
  const registration = useSoftphoneState((state) => state.registration);
  const microphone = useSoftphoneState((state) => state.microphone);
  const own = registration === 'registered' && microphone !== null ? 'microphone' : registration;
  const health: Health = device === 'browser' ? own : (device ?? 'connecting');
  return { health, microphone, level: levels[health] };
}

import { createContext, use, useEffect, useRef, useSyncExternalStore, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Softphone } from '@/shared/softphone/softphone';
import type { SoftphoneState } from '@/shared/softphone/softphone-state';

const SoftphoneContext = createContext<Softphone | null>(null);

interface SoftphoneProviderProps {
  readonly softphone: Softphone;
  /** Whether this browser is the agent's phone: only then does it register. */
  readonly isDevice: boolean;
  readonly children: ReactNode;
}

/** Keeps the softphone and the caller's voice alive beside the desk, whatever the desk shows. */
export function SoftphoneProvider({ softphone, isDevice, children }: SoftphoneProviderProps) {
  useEffect(() => {
    if (isDevice) {
      softphone.start();
    } else {
      softphone.stop();
    }
  }, [softphone, isDevice]);
  useEffect(() => {
    const leave = () => softphone.leave();
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      softphone.stop();
    };
  }, [softphone]);
  return (
    <SoftphoneContext value={softphone}>
      {children}
      <RemoteVoice softphone={softphone} />
      <LeaveGuard softphone={softphone} />
    </SoftphoneContext>
  );
}

function RemoteVoice({ softphone }: { softphone: Softphone }) {
  const { t } = useTranslation();
  const voice = useSyncExternalStore(softphone.subscribe, softphone.readVoice);
  const element = useRef<HTMLAudioElement>(null);
  useEffect(() => {
    const audio = element.current;
    if (audio && audio.srcObject !== voice) {
      audio.srcObject = voice;
      if (voice) {
        audio.play().catch(() => undefined);
      }
    }
  }, [voice]);
  return <audio ref={element} autoPlay aria-label={t('phone.remoteAudio')} />;
}

/** A reload would end the call: the browser asks first. */
function LeaveGuard({ softphone }: { softphone: Softphone }) {
  const inCall = useSyncExternalStore(softphone.subscribe, () => isInCall(softphone.read()));
  useEffect(() => {
    if (!inCall) {
      return undefined;
    }
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [inCall]);
  return null;
}

export function isInCall(state: SoftphoneState): boolean {
  return state.leg.kind === 'answering' || state.leg.kind === 'talking';
}

export function useSoftphone(): Softphone {
  const softphone = use(SoftphoneContext);
  if (softphone === null) {
    throw new Error('the softphone is used outside of its provider');
  }
  return softphone;
}

export function useSoftphoneState<T>(select: (state: SoftphoneState) => T): T {
  const softphone = useSoftphone();
  return useSyncExternalStore(softphone.subscribe, () => select(softphone.read()));
}

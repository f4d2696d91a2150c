import { fetchLineCredentials } from '@/features/agent-desk/softphone/fetch-line-credentials';
import { Microphone } from '@/features/agent-desk/softphone/microphone';
import { RingTone } from '@/features/agent-desk/softphone/ring-tone';
import { SipLine } from '@/features/agent-desk/softphone/sip-line';
import { Softphone } from '@/features/agent-desk/softphone/softphone';

/** The softphone of a real browser. */
export function makeBrowserSoftphone(): Softphone {
  return new Softphone({
    makeLine: (listener) => new SipLine(listener),
    makeMicrophone: (onLost) => new Microphone(onLost),
    ringTone: new RingTone(),
    fetchCredentials: fetchLineCredentials,
  });
}

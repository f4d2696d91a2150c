import { fetchLineCredentials } from '@/shared/softphone/fetch-line-credentials';
import { Microphone } from '@/shared/softphone/microphone';
import { RingTone } from '@/shared/softphone/ring-tone';
import { SipLine } from '@/shared/softphone/sip-line';
import { Softphone } from '@/shared/softphone/softphone';

/** The softphone of a real browser. */
export function makeBrowserSoftphone(): Softphone {
  return new Softphone({
    makeLine: (listener) => new SipLine(listener),
    makeMicrophone: (onLost) => new Microphone(onLost),
    ringTone: new RingTone(),
    fetchCredentials: fetchLineCredentials,
  });
}

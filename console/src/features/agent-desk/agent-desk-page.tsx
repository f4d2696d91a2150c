import { useState } from 'react';
import { LiveProvider, useLive } from '@/shared/live/live-context';
import type { Me } from '@/shared/session/me';
import { AgentDesk } from '@/features/agent-desk/agent-desk';
import { makeBrowserSoftphone } from '@/shared/softphone/browser-softphone';
import type { Softphone } from '@/shared/softphone/softphone';
import { SoftphoneProvider } from '@/shared/softphone/softphone-context';

interface AgentDeskPageProps {
  readonly me: Me;
  readonly makeSoftphone?: () => Softphone;
}

/** The agent's desk, between the live view of the platform and the softphone: neither ever leaves the page. */
export function AgentDeskPage({ me, makeSoftphone = makeBrowserSoftphone }: AgentDeskPageProps) {
  const [softphone] = useState(makeSoftphone);
  return (
    <LiveProvider user={me.user}>
      <WithSoftphone softphone={softphone} me={me} />
    </LiveProvider>
  );
}

function WithSoftphone({ softphone, me }: { softphone: Softphone; me: Me }) {
  const isDevice = useLive((state) => state.me?.device.kind === 'browser');
  return (
    <SoftphoneProvider softphone={softphone} isDevice={isDevice}>
      <AgentDesk me={me} />
    </SoftphoneProvider>
  );
}

import { useMutation } from '@tanstack/react-query';
import { request } from '@/shared/api/request';
import { agentViewSchema, type AgentView } from '@/shared/api/views';
import { useLiveStore } from '@/shared/live/live-context';

export type WantedState = { state: 'ready' } | { state: 'not-ready'; reason: string };

function useOwnAction<T>(send: (wanted: T) => Promise<AgentView>) {
  const store = useLiveStore();
  return useMutation({ mutationFn: send, onSuccess: (view) => store.takeOwn(view) });
}

/** PUT /api/agent/state: during a call the wish holds for afterwards. */
export function useChangeState() {
  return useOwnAction((wanted: WantedState) =>
    request(agentViewSchema, '/api/agent/state', { method: 'PUT', body: wanted }),
  );
}

export type WantedTest = { microphone?: 'denied' | 'missing' };

/** POST /api/agent/device/test: what is found comes with the agent's view. */
export function useTestDevice() {
  return useOwnAction((wanted: WantedTest) =>
    request(agentViewSchema, '/api/agent/device/test', { method: 'POST', body: wanted }),
  );
}

export interface WrapUp {
  readonly call: string;
  readonly disposition: string;
  readonly note: string;
}

/** POST /api/agent/wrap-up. */
export function useCompleteWrapUp() {
  return useOwnAction((wrapUp: WrapUp) =>
    request(agentViewSchema, '/api/agent/wrap-up', { method: 'POST', body: wrapUp }),
  );
}

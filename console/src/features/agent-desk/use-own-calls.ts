import { useEffect, useState } from 'react';
import { startOfToday, useCalls } from '@/shared/calls/use-calls';
import { useLive } from '@/shared/live/live-context';

/** The agent's own calls of today, newest first; read again whenever a call of theirs is over. */
export function useOwnCalls(user: string) {
  const [from] = useState(startOfToday);
  const query = useCalls({ agent: user, from });
  const { refetch } = query;
  const state = useLive((live) => live.me?.state);
  useEffect(() => {
    if (state === 'wrap-up' || state === 'ready') {
      void refetch();
    }
  }, [state, refetch]);
  return { ...query, calls: query.data?.pages.flatMap((page) => page.items) ?? [] };
}

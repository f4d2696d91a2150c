import type { Emergency } from '@/shared/api/views';
import { useLive } from '@/shared/live/live-context';

/** How the client's emergency switch stands, as the live view tells it; `null` before it is known. */
export function useLiveEmergency(): Emergency | null {
  return useLive((state) => state.emergency);
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { request } from '@/shared/api/request';
import { instantSchema, orNull } from '@/shared/api/views';

const pauseSchema = z.object({ paused: z.boolean(), since: orNull(instantSchema), until: orNull(instantSchema) });

const pathOf = (call: string, act: 'pause' | 'resume') => `/api/calls/${encodeURIComponent(call)}/recording/${act}`;
const keyOf = (call: string) => ['recording-pause', call];
const afterLimitMillis = 1_500;
const soonestMillis = 1_000;

/** GET /api/calls/{id}/recording/pause: once, and again when a pause should have ended by itself. */
export function useRecordingPause(call: string) {
  return useQuery({
    queryKey: keyOf(call),
    queryFn: ({ signal }) => request(pauseSchema, pathOf(call, 'pause'), { signal }),
    retry: false,
    refetchInterval: ({ state }) => {
      const until = state.data?.until ?? null;
      return until === null ? false : Math.max(soonestMillis, Date.parse(until) - Date.now() + afterLimitMillis);
    },
  });
}

/** POST …/pause and …/resume. */
export function usePauseRecording(call: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (act: 'pause' | 'resume') => request(pauseSchema, pathOf(call, act), { method: 'POST' }),
    onSuccess: (state) => queries.setQueryData(keyOf(call), state),
  });
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { request } from '@/shared/api/request';
import { instantSchema, orNull } from '@/shared/api/views';
import { liveKey } from '@/shared/live/live-topics';

const pauseSchema = z.object({ paused: z.boolean(), since: orNull(instantSchema), until: orNull(instantSchema) });

const pathOf = (call: string, act: 'pause' | 'resume') => `/api/calls/${encodeURIComponent(call)}/recording/${act}`;
const keyOf = (call: string) => liveKey('recording-pause', call);

/** GET /api/calls/{id}/recording/pause; a pause ends by itself, too. */
export function useRecordingPause(call: string) {
  return useQuery({
    queryKey: keyOf(call),
    queryFn: ({ signal }) => request(pauseSchema, pathOf(call, 'pause'), { signal }),
    retry: false,
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

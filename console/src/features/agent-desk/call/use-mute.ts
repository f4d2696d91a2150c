import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { request } from '@/shared/api/request';
import { useSoftphone, useSoftphoneState } from '@/shared/softphone/softphone-context';

const muteSchema = z.object({ muted: z.boolean() });

const pathOf = (call: string) => `/api/calls/${encodeURIComponent(call)}/mute`;
const keyOf = (call: string) => ['mute', call];

/**
 * GET, POST and DELETE /api/calls/{id}/mute: the PBX keeps the agent unheard, on whichever phone and after a reload. A
 * softphone shuts its microphone at once besides, and opens it again only when the PBX has let the agent be heard.
 */
export function useMute(call: string) {
  const queries = useQueryClient();
  const softphone = useSoftphone();
  const isMicrophoneShut = useSoftphoneState(({ leg }) => leg.kind === 'talking' && leg.contact === call && leg.muted);
  const isHere = useSoftphoneState(({ leg }) => leg.kind === 'talking' && leg.contact === call);
  const state = useQuery({
    queryKey: keyOf(call),
    queryFn: ({ signal }) => request(muteSchema, pathOf(call), { signal }),
    retry: false,
  });
  const isMuted = isMicrophoneShut || (state.data?.muted ?? false);
  const setMicrophone = (shut: boolean) => {
    const { leg } = softphone.read();
    if (leg.kind === 'talking' && leg.contact === call && leg.muted !== shut) {
      softphone.toggleMute();
    }
  };
  const change = useMutation({
    mutationFn: (wanted: boolean) => request(muteSchema, pathOf(call), { method: wanted ? 'POST' : 'DELETE' }),
    onSuccess: (told) => {
      queries.setQueryData(keyOf(call), told);
      if (!told.muted) {
        setMicrophone(false);
      }
    },
  });
  const toggle = () => {
    if (!isMuted && isHere) {
      setMicrophone(true);
    }
    change.mutate(!isMuted);
  };
  const error = change.isError && change.variables !== isMuted ? change.error : null;
  return { isMuted, isPending: change.isPending, toggle, error };
}

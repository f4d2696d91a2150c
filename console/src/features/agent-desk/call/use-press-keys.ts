import { useMutation } from '@tanstack/react-query';
import { z } from 'zod';
import { request } from '@/shared/api/request';

const pressedSchema = z.object({ count: z.number() });

/** POST /api/calls/{id}/keys: one key after the other, in the order in which they were pressed. */
export function usePressKey(call: string) {
  return useMutation({
    scope: { id: `keys-${call}` },
    mutationFn: (key: string) =>
      request(pressedSchema, `/api/calls/${encodeURIComponent(call)}/keys`, { method: 'POST', body: { keys: key } }),
    gcTime: 0,
  });
}

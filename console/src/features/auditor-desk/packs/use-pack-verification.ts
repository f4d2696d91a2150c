import { useMutation } from '@tanstack/react-query';
import { z } from 'zod';
import { request } from '@/shared/api/request';

const verificationSchema = z.object({
  holds: z.boolean(),
  checks: z.array(z.object({ code: z.string(), holds: z.boolean(), zh: z.string(), en: z.string() })),
});
export type Verification = z.infer<typeof verificationSchema>;

/** POST /api/packs/{id}/verification: the independent verifier looks at the file as it lies on disk. */
export function usePackVerification(pack: string) {
  return useMutation({
    mutationFn: async () => {
      const path = `/api/packs/${encodeURIComponent(pack)}/verification`;
      const verification = await request(verificationSchema, path, { method: 'POST' });
      return { ...verification, at: new Date().toISOString() };
    },
  });
}

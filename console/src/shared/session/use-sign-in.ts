import { useMutation } from '@tanstack/react-query';
import { request } from '@/shared/api/request';
import { meSchema } from '@/shared/session/me';

export interface SignInForm {
  user: string;
  password: string;
  totp?: string;
}

export function useSignIn() {
  return useMutation({
    mutationFn: ({ user, password, totp }: SignInForm) =>
      request(meSchema, '/api/session', { method: 'POST', body: { user, password, ...(totp ? { totp } : {}) } }),
  });
}

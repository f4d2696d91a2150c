import { useMutation } from '@tanstack/react-query';
import { requestNothing } from '@/shared/api/request';

export interface NewAdministrator {
  token: string;
  user: string;
  password: string;
}

/** POST /api/administrator: once, with the installer's token. */
export function useCreateAdministrator() {
  return useMutation({
    mutationFn: (administrator: NewAdministrator) =>
      requestNothing('/api/administrator', { method: 'POST', body: administrator }),
  });
}

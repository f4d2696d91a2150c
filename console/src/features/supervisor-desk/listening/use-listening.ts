import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { asRequestError } from '@/shared/api/problem';
import { requestNothing } from '@/shared/api/request';
import type { ListenerMode } from '@/shared/api/views';
import { acknowledgementsKey } from '@/shared/notice/use-acknowledgements';
import { useSoftphone } from '@/shared/softphone/softphone-context';
import { problemKind } from '@/shared/ui/problem-text';

const refusals = ['notice', 'elsewhere', 'own-call', 'full', 'no-phone', 'over', 'ringing', 'pbx'] as const;

export interface WantedListening {
  readonly call: string;
  /** `null` ends it. */
  readonly mode: ListenerMode | null;
}

/** POST and DELETE /api/calls/{id}/listening. The live view shows what came of it; a refusal says the way out. */
export function useListening() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const softphone = useSoftphone();
  const queries = useQueryClient();
  return useMutation({
    onMutate: ({ mode }) => {
      if (mode !== null && softphone.read().leg.kind === 'none') {
        softphone.expected.wish();
      }
    },
    mutationFn: ({ call, mode }: WantedListening) =>
      mode === null
        ? requestNothing(`/api/calls/${call}/listening`, { method: 'DELETE' })
        : requestNothing(`/api/calls/${call}/listening`, { method: 'POST', body: { mode } }),
    onError: (error) => {
      softphone.expected.drop();
      const refused = asRequestError(error);
      void queries.invalidateQueries({ queryKey: acknowledgementsKey });
      const known = refusals.find((rule) => refused.code === `listening.${rule}`);
      void message.error(
        known
          ? t(`listening.refused.${known}`)
          : t('supervisor.act.failed', { why: t(`common.problem.${problemKind(refused)}`), code: refused.code }),
      );
    },
  });
}

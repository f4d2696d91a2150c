import { useMutation } from '@tanstack/react-query';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { asRequestError } from '@/shared/api/problem';
import { request } from '@/shared/api/request';
import { agentViewSchema } from '@/shared/api/views';
import { useLiveStore } from '@/shared/live/live-context';
import { useSoftphone } from '@/shared/softphone/softphone-context';
import { problemKind } from '@/shared/ui/problem-text';

const refusals = ['no-agent', 'no-phone', 'internal', 'under-way'] as const;

type Wanted = { act: 'take-over' | 'pull'; call: string; cause: string } | { act: 'wrap-up'; call: string; disposition: string };

/** Takes a call, or ends its wrap-up. What the phone then rings for was asked for, and is answered by itself. */
export function useOwnCall() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const store = useLiveStore();
  const softphone = useSoftphone();
  return useMutation({
    mutationFn: (wanted: Wanted) => send(wanted),
    onMutate: ({ act }) => {
      if (act !== 'wrap-up') {
        softphone.expected.wish();
      }
    },
    onSuccess: (view) => store.takeOwn(view),
    onError: (error) => {
      softphone.expected.drop();
      const refused = asRequestError(error);
      const known = refusals.find((rule) => refused.code === `supervision.${rule}`);
      void message.error(
        known
          ? t(`ownCall.refused.${known}`)
          : t('supervisor.act.failed', { why: t(`common.problem.${problemKind(refused)}`), code: refused.code }),
      );
    },
  });
}

function send(wanted: Wanted) {
  return wanted.act === 'wrap-up'
    ? request(agentViewSchema, '/api/agent/wrap-up', {
        method: 'POST',
        body: { call: wanted.call, disposition: wanted.disposition, note: '' },
      })
    : request(agentViewSchema, `/api/calls/${wanted.call}/${wanted.act}`, { method: 'POST', body: { cause: wanted.cause } });
}

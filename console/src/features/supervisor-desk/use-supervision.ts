import { useMutation } from '@tanstack/react-query';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { asRequestError } from '@/shared/api/problem';
import { requestNothing } from '@/shared/api/request';
import type { Cause } from '@/shared/calls/causes';
import { problemKind } from '@/shared/ui/problem-text';

export type SupervisorsAct =
  | { act: 'move'; call: string; queue: string }
  | { act: 'assign'; call: string; agent: string }
  | { act: 'release'; call: string }
  | { act: 'ready'; agent: string }
  | { act: 'not-ready'; agent: string; reason: string }
  | { act: 'sign-out'; agent: string };

/** One of the supervisor's acts on a call or an agent. The live view shows what came of it; a refusal is said. */
export function useSupervision(cause: Cause) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  return useMutation({
    mutationFn: (wanted: SupervisorsAct) => send(wanted, cause),
    onSuccess: () => void message.success(t('supervisor.act.done')),
    onError: (error) => {
      const refused = asRequestError(error);
      if (refused.code === 'supervision.same-queue') {
        void message.error(t('supervisor.act.sameQueue'));
        return;
      }
      void message.error(t('supervisor.act.failed', { why: t(`common.problem.${problemKind(refused)}`), code: refused.code }));
    },
  });
}

function send(wanted: SupervisorsAct, cause: Cause): Promise<void> {
  switch (wanted.act) {
    case 'move':
      return post(`/api/calls/${wanted.call}/move`, { queue: wanted.queue, cause });
    case 'assign':
      return post(`/api/calls/${wanted.call}/assign`, { agent: wanted.agent, cause });
    case 'release':
      return post(`/api/calls/${wanted.call}/release`, { cause });
    case 'ready':
      return putState(wanted.agent, { state: 'ready', cause });
    case 'not-ready':
      return putState(wanted.agent, { state: 'not-ready', reason: wanted.reason, cause });
    case 'sign-out':
      return post(`/api/agents/${encodeURIComponent(wanted.agent)}/sign-out`, { cause });
  }
}

function post(path: string, body: unknown): Promise<void> {
  return requestNothing(path, { method: 'POST', body });
}

function putState(agent: string, body: unknown): Promise<void> {
  return requestNothing(`/api/agents/${encodeURIComponent(agent)}/state`, { method: 'PUT', body });
}

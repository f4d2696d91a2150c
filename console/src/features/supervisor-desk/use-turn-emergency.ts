import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { request } from '@/shared/api/request';
import { emergencySchema, type Emergency, type EmergencyCause } from '@/shared/api/views';

export interface EmergencyTurn {
  readonly mode: Emergency['mode'];
  readonly cause: EmergencyCause;
  readonly text: string;
  readonly textEn: string;
}

/** PUT /api/emergency: all callers of the client hear of it at once. */
export function useTurnEmergency(onDone: () => void) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (turn: EmergencyTurn) => request(emergencySchema, '/api/emergency', { method: 'PUT', body: turn }),
    onSuccess: (now) => {
      cache.setQueryData(['emergency'], now);
      void cache.invalidateQueries({ queryKey: ['emergencies'] });
      void message.success(t(`emergency.done.${now.mode}`));
      onDone();
    },
  });
}

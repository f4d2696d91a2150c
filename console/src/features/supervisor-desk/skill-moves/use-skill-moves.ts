import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { asRequestError } from '@/shared/api/problem';
import { request, requestNothing } from '@/shared/api/request';
import { instantSchema } from '@/shared/api/views';
import { liveKey } from '@/shared/live/live-topics';
import { problemKind } from '@/shared/ui/problem-text';

const path = '/api/skill-moves';
const key = liveKey('skill-moves');

const skillMoveSchema = z.object({
  id: z.string(),
  agent: z.string(),
  displayName: z.string(),
  queue: z.string(),
  by: z.string(),
  since: instantSchema,
  until: instantSchema,
});
export type SkillMove = z.infer<typeof skillMoveSchema>;

/** GET /api/skill-moves: who serves which queue for a while. Others lend, too, and each move ends by itself. */
export function useSkillMoves() {
  return useQuery({
    queryKey: key,
    queryFn: ({ signal }) => request(z.array(skillMoveSchema), path, { signal }),
  });
}

export type WantedMove = { agent: string; queue: string; minutes: number } | { cancel: string };

/** POST and DELETE /api/skill-moves. */
export function useChangeSkillMoves() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (wanted: WantedMove) =>
      'cancel' in wanted
        ? requestNothing(`${path}/${wanted.cancel}`, { method: 'DELETE' })
        : requestNothing(path, { method: 'POST', body: wanted }),
    onSuccess: () => cache.invalidateQueries({ queryKey: key }),
    onError: (error) => {
      const refused = asRequestError(error);
      void message.error(
        refused.code === 'skill-move.serves'
          ? t('skillMove.serves')
          : t('supervisor.act.failed', { why: t(`common.problem.${problemKind(refused)}`), code: refused.code }),
      );
    },
  });
}

import { App } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { request } from '@/shared/api/request';
import type { CallScene } from '@/features/agent-desk/call-scene';

const results = ['reached', 'busy', 'no-answer', 'declined', 'unknown-number', 'no-trunk'] as const;
const outcomeSchema = z.object({ result: z.enum(results).nullish() });

/** GET /api/calls/{id}/outside-result: when the caller is back because nobody outside was reached, a word says why. */
export function useOutsideResult(scene: CallScene): void {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const talk = scene.kind === 'talking' ? scene.call : null;
  const asked = scene.kind === 'talking' && scene.consultation?.outside === true ? scene.call : null;
  const before = useRef<string | null>(null);
  useEffect(() => {
    const over = before.current;
    before.current = asked;
    if (over === null || asked !== null || talk !== over) {
      return;
    }
    request(outcomeSchema, `/api/calls/${encodeURIComponent(over)}/outside-result`).then(
      ({ result }) => {
        if (result != null && result !== 'reached') {
          void message.warning(t(`agent.consultation.result.${result}`));
        }
      },
      // That the caller is back is seen already.
      () => undefined,
    );
  }, [asked, talk, message, t]);
}

import { App } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useSoftphone } from '@/shared/softphone/softphone-context';
import type { CallScene } from '@/features/agent-desk/call-scene';
import { fetchInternalCallResult } from '@/features/agent-desk/colleague/internal-call-result';
import { ownInternalCall } from '@/features/agent-desk/colleague/own-internal-call';

/**
 * Whoever calls a colleague in the browser has said so by a click: the own leg is answered at once. When the call is
 * over without a talk, a word says why.
 */
export function useColleagueCall(scene: CallScene): void {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const softphone = useSoftphone();
  const call = ownInternalCall(scene);
  const isToAnswer = call !== null && scene.kind === 'ringing' && scene.answer === 'here';
  const before = useRef<string | null>(null);
  useEffect(() => {
    if (isToAnswer) {
      void softphone.answer();
    }
  }, [isToAnswer, softphone]);
  useEffect(() => {
    const over = before.current;
    before.current = call;
    if (over === null || over === call) {
      return;
    }
    fetchInternalCallResult(over).then(
      (result) => {
        if (result !== null && result !== 'talked' && result !== 'given-up') {
          void message.warning(t(`agent.colleague.${result}`));
        }
      },
      // That it is over is seen already.
      () => undefined,
    );
  }, [call, message, t]);
}

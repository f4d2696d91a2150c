import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CallScene } from '@/features/agent-desk/call-scene';
import { useOutsideResult } from '@/features/agent-desk/call/use-outside-result';

const results = ['reached', 'busy', 'no-answer', 'declined', 'unknown-number', 'no-trunk', 'own-phone', 'refused'] as const;

/** Of a call that the agent's answer begins: that it is one and, once the customer was dialled, what came of it. */
export function CallbackNotice({ scene }: { scene: Exclude<CallScene, { kind: 'idle' }> }) {
  const { t } = useTranslation();
  const isCallback = scene.contact?.kind === 'callback';
  const isAnswered = scene.kind === 'talking' || scene.kind === 'ending' || scene.kind === 'wrap-up';
  const outcome = useOutsideResult(scene.call, isCallback && isAnswered).data;
  if (!isCallback) {
    return null;
  }
  const result = results.find((known) => known === outcome?.result);
  if (result === undefined) {
    return <Alert type="info" showIcon role="status" title={isAnswered ? t('callback.hintAsked') : t('callback.hint')} />;
  }
  if (result === 'reached') {
    return null;
  }
  const rules = outcome?.rules.length ? { description: t('callback.rules', { rules: outcome.rules.join(', ') }) } : {};
  return <Alert type="warning" showIcon role="alert" title={t(`callback.result.${result}`)} {...rules} />;
}

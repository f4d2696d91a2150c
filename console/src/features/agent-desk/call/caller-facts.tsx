import { useTranslation } from 'react-i18next';
import { useConfiguredName } from '@/shared/api/use-configuration';
import type { CallScene } from '@/features/agent-desk/call-scene';
import styles from '@/features/agent-desk/call/call-panel.module.css';

/** Who calls and through which queue: masked number, masked name. */
export function CallerFacts({ scene }: { scene: Exclude<CallScene, { kind: 'idle' }> }) {
  const { t } = useTranslation();
  const queueName = useConfiguredName('queues');
  const customer = scene.contact?.customer;
  const from = scene.contact?.from;
  const called = scene.kind === 'talking' ? scene.consultation?.displayName : undefined;
  if (scene.contact?.kind === 'internal') {
    return (
      <div className={styles['caller']}>
        <div className={styles['number']} aria-label={t('agent.call.number')} role="group">
          {from?.displayName ?? called ?? t('agent.call.colleague')}
        </div>
        <div className={styles['name']}>{t(scene.contact.about === null ? 'agent.colleague.kind' : 'agent.call.internal')}</div>
      </div>
    );
  }
  const number = customer?.number ?? (scene.contact ? t('agent.call.hiddenNumber') : t('agent.call.readingNumber'));
  return (
    <div className={styles['caller']}>
      <div className={styles['number']} aria-label={t('agent.call.number')} role="group" data-unread={!customer?.number || undefined}>
        {number}
      </div>
      <div className={styles['name']}>{customer?.name ?? (customer?.id === null ? t('agent.customer.unknown') : ' ')}</div>
      {scene.queue ? <div className={styles['queue']}>{queueName(scene.queue)}</div> : null}
    </div>
  );
}

import { RollbackOutlined, SwapOutlined, TeamOutlined, UserSwitchOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Consultation } from '@/shared/api/views';
import { Elapsed } from '@/shared/ui/elapsed';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import { useConsultationAct } from '@/features/agent-desk/consultation/use-consultation-act';
import { useEndConsultation } from '@/features/agent-desk/consultation/use-end-consultation';
import styles from '@/features/agent-desk/consultation/consultation-panel.module.css';

interface ConsultationPanelProps {
  readonly call: string;
  readonly consultation: Consultation;
}

/** Who hears whom while a colleague is asked, and what can come next. */
export function ConsultationPanel({ call, consultation }: ConsultationPanelProps) {
  const { t } = useTranslation();
  const act = useConsultationAct(call);
  const end = useEndConsultation(call);
  const name = consultation.displayName;
  const { state } = consultation;
  const isAnswered = state !== 'ringing' && state !== 'transferring';
  const isBusy = act.isPending || end.isPending;
  const error = act.error ?? end.error;
  return (
    <section className={styles['panel']} aria-label={t('agent.consultation.panel')} data-state={state}>
      <div className={styles['who']} role="status">
        {t(`agent.consultation.${state}`, { name })} <Elapsed since={consultation.since} />
      </div>
      {!isAnswered ? null : (
        <dl className={styles['parties']}>
          <div>
            <dt>{name}</dt>
            <dd>{state === 'with-caller' ? t('agent.consultation.hearsMusic') : t('agent.consultation.hearsYou')}</dd>
          </div>
          <div>
            <dt>{t('agent.consultation.caller')}</dt>
            <dd>{state === 'consulting' ? t('agent.consultation.hearsMusic') : t('agent.consultation.hearsYou')}</dd>
          </div>
        </dl>
      )}
      <div className={styles['acts']}>
        {!isAnswered ? null : (
          <>
            <Button icon={<SwapOutlined aria-hidden />} disabled={isBusy} onClick={() => act.mutate('swap')}>
              {state === 'consulting' ? t('agent.consultation.toCaller') : t('agent.consultation.toColleague', { name })}
            </Button>
            {state === 'conference' ? null : (
              <Button icon={<TeamOutlined aria-hidden />} disabled={isBusy} onClick={() => act.mutate('conference')}>
                {t('agent.consultation.join')}
              </Button>
            )}
            <Button
              type="primary"
              icon={<UserSwitchOutlined aria-hidden />}
              disabled={isBusy}
              onClick={() => act.mutate('completion')}
            >
              {state === 'conference' ? t('agent.consultation.leave') : t('agent.consultation.complete', { name })}
            </Button>
          </>
        )}
        <Button icon={<RollbackOutlined aria-hidden />} disabled={isBusy} onClick={() => end.mutate()}>
          {state === 'transferring' ? t('agent.consultation.withdraw') : t('agent.consultation.end')}
        </Button>
      </div>
      {error ? <ProblemNotice error={error} /> : null}
      {isAnswered ? <p className={styles['quiet']}>{t('agent.consultation.hangUpHint', { name })}</p> : null}
      {state === 'transferring' ? <p className={styles['quiet']}>{t('agent.consultation.transferringHint')}</p> : null}
    </section>
  );
}

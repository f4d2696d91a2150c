import { CheckCircleOutlined, RollbackOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useConfiguredName } from '@/shared/api/use-configuration';
import type { SelfService } from '@/shared/api/views';
import { Elapsed } from '@/shared/ui/elapsed';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import { useTakeBack } from '@/features/agent-desk/self-service/use-self-service';
import styles from '@/features/agent-desk/consultation/consultation-panel.module.css';

interface SelfServicePanelProps {
  readonly call: string;
  readonly selfService: SelfService;
}

/** The caller is in self-service, or is back, with what came of it. */
export function SelfServicePanel({ call, selfService }: SelfServicePanelProps) {
  const { t } = useTranslation();
  const name = useConfiguredName('selfServices')(selfService.flow);
  const takeBack = useTakeBack(call);
  const { state, verified, entered } = selfService;
  const digits = Object.entries(entered);
  return (
    <section className={styles['panel']} aria-label={t('agent.selfService.panel')} data-state={state}>
      <div className={styles['who']} role="status">
        {t(`agent.selfService.${state}`, { name })} {state === 'lent' ? <Elapsed since={selfService.since} /> : null}
      </div>
      {verified ? (
        <div>
          <CheckCircleOutlined aria-hidden /> {t('agent.selfService.verified')}
        </div>
      ) : null}
      {digits.map(([variable, text]) => (
        <div key={variable}>
          {t('agent.selfService.entered')} <strong>{text}</strong>
        </div>
      ))}
      {state === 'lent' ? (
        <>
          <div className={styles['acts']}>
            <Button icon={<RollbackOutlined aria-hidden />} loading={takeBack.isPending} onClick={() => takeBack.mutate()}>
              {t('agent.selfService.takeBack')}
            </Button>
          </div>
          <p className={styles['quiet']}>{t('agent.selfService.lentHint')}</p>
        </>
      ) : null}
      {takeBack.isError ? <ProblemNotice error={takeBack.error} title={t('agent.selfService.notTakenBack')} /> : null}
    </section>
  );
}

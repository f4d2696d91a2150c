import { CheckCircleFilled, ClockCircleFilled, ExclamationCircleFilled } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { usePhoneHealth, type PhoneHealthFacts } from '@/features/agent-desk/use-phone-health';
import styles from '@/features/agent-desk/phone-health.module.css';

export function HealthIcon({ level }: { level: PhoneHealthFacts['level'] }) {
  switch (level) {
    case 'good':
      return <CheckCircleFilled aria-hidden className={styles['good']} />;
    case 'waiting':
      return <ClockCircleFilled aria-hidden className={styles['waiting']} />;
    case 'bad':
      return <ExclamationCircleFilled aria-hidden className={styles['bad']} />;
  }
}

/** The state of the phone, with what it means. */
export function PhoneHealth() {
  const { t } = useTranslation();
  const { health, microphone, level } = usePhoneHealth();
  const hint = health === 'microphone' ? t(`phone.problem.${microphone ?? 'other'}`) : t(`phone.healthHint.${health}`);
  return (
    <div className={styles['health']} role="status">
      <HealthIcon level={level} />
      <div>
        <p className={styles['word']}>{t(`phone.health.${health}`)}</p>
        <p className={styles['hint']}>{hint}</p>
      </div>
    </div>
  );
}

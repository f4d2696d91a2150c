import { AlertOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useAgentName } from '@/shared/api/use-configuration';
import { emergencyCauses, type Emergency } from '@/shared/api/views';
import { formatTableTime } from '@/shared/format/time';
import styles from '@/shared/live/emergency-banner.module.css';

interface EmergencyBannerProps {
  readonly emergency: Emergency | null;
  /** Absent where the switch is not turned. */
  readonly onOpen?: () => void;
}

/** While the emergency switch is on, every desk says so: what callers hear, since when, why and by whom. */
export function EmergencyBanner({ emergency, onOpen }: EmergencyBannerProps) {
  const { t } = useTranslation();
  const nameOf = useAgentName();
  if (emergency === null || emergency.mode === 'off') {
    return null;
  }
  const cause = emergencyCauses.find((code) => code === emergency.cause);
  return (
    <section aria-label={t('emergency.title')} className={styles['banner']}>
      <AlertOutlined aria-hidden />
      <p className={styles['words']} role="status">
        <strong>{t(`emergency.banner.${emergency.mode}`)}</strong>
        {t('emergency.banner.since', {
          at: emergency.since === null ? '' : formatTableTime(emergency.since),
          by: emergency.by === null ? '' : nameOf(emergency.by),
          cause: cause ? t(`emergency.causes.${cause}`) : (emergency.cause ?? ''),
        })}
      </p>
      {onOpen ? (
        <Button size="small" onClick={onOpen}>
          {t('emergency.banner.turn')}
        </Button>
      ) : null}
    </section>
  );
}

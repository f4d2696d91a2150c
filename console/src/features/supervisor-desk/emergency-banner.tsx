import { AlertOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatTableTime } from '@/shared/format/time';
import { emergencyCauses } from '@/features/supervisor-desk/use-turn-emergency';
import { useEmergency } from '@/features/supervisor-desk/use-emergency';
import styles from '@/features/supervisor-desk/emergency-banner.module.css';

/** While the emergency switch is on, the desk says so: what callers hear, since when, why and by whom. */
export function EmergencyBanner({ onOpen }: { onOpen: () => void }) {
  const { t } = useTranslation();
  const { data } = useEmergency();
  if (!data || data.mode === 'off') {
    return null;
  }
  const cause = emergencyCauses.find((code) => code === data.cause);
  return (
    <section aria-label={t('emergency.title')} className={styles['banner']}>
      <AlertOutlined aria-hidden />
      <p className={styles['words']} role="status">
        <strong>{t(`emergency.banner.${data.mode}`)}</strong>
        {t('emergency.banner.since', {
          at: data.since === null ? '' : formatTableTime(data.since),
          by: data.by ?? '',
          cause: cause ? t(`emergency.causes.${cause}`) : (data.cause ?? ''),
        })}
      </p>
      <Button size="small" onClick={onOpen}>
        {t('emergency.banner.turn')}
      </Button>
    </section>
  );
}

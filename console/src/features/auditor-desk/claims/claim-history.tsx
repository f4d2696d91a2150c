import { Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { worsts, type Day } from '@/features/auditor-desk/claims/claim-schema';
import styles from '@/features/auditor-desk/claims/claims.module.css';

/** The last thirty days as a line: height as well as colour tells a bad day from a good one. */
export function ClaimHistory({ history }: { history: readonly Day[] }) {
  const { t } = useTranslation();
  const heard = worsts
    .map((worst) => ({ worst, count: history.filter((day) => day.worst === worst).length }))
    .filter(({ count }) => count > 0)
    .map(({ worst, count }) => t(`claims.worst.${worst}`, { count }));
  return (
    <div className={styles['history']} role="img" aria-label={`${t('claims.history')}: ${heard.join(', ')}`}>
      {history.map(({ day, worst }) => (
        <Tooltip key={day} title={`${day} ${t(`claims.dayWorst.${worst}`)}`}>
          <span data-worst={worst} />
        </Tooltip>
      ))}
    </div>
  );
}

import { Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import styles from '@/app/page-skeleton.module.css';

/** The shape of a desk while it is being loaded. */
export function PageSkeleton() {
  const { t } = useTranslation();
  return (
    <main className={styles['page']} aria-busy aria-label={t('common.page.starting')}>
      <div className={styles['bar']} />
      <div className={styles['panels']}>
        {['left', 'middle', 'right'].map((place) => (
          <div key={place} className={styles['panel']}>
            <Skeleton active />
          </div>
        ))}
      </div>
    </main>
  );
}

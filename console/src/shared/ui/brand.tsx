import { useTranslation } from 'react-i18next';
import styles from '@/shared/ui/brand.module.css';

/** The product's mark and name. */
export function Brand({ large = false }: { large?: boolean }) {
  const { t } = useTranslation();
  return (
    <span className={large ? styles['large'] : styles['brand']}>
      <svg viewBox="0 0 32 32" aria-hidden className={styles['mark']}>
        <rect width="32" height="32" rx="7" fill="var(--kz-fill-accent)" />
        <path
          d="M9 16.5l5 5 9.5-11"
          fill="none"
          stroke="#fff"
          strokeWidth="3.4"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      <span>{t('common.product')}</span>
    </span>
  );
}

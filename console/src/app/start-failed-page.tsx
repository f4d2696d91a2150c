import { useTranslation } from 'react-i18next';
import { Brand } from '@/shared/ui/brand';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import styles from '@/app/plain-page.module.css';

/** The platform did not answer when the page was opened. */
export function StartFailedPage({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation();
  return (
    <main className={styles['page']}>
      <Brand large />
      <h1 className="kz-only-heard">{t('common.page.startFailed')}</h1>
      <div className={styles['notice']}>
        <ProblemNotice error={error} title={t('common.page.startFailed')} onRetry={onRetry} />
      </div>
    </main>
  );
}

import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Brand } from '@/shared/ui/brand';
import styles from '@/app/plain-page.module.css';

/** Shown instead of a page that failed while being drawn. */
export function BrokenPage() {
  const { t } = useTranslation();
  return (
    <main className={styles['page']}>
      <Brand large />
      <div>
        <h1 className={styles['title']}>{t('common.page.broken')}</h1>
        <p className={styles['hint']}>{t('common.page.brokenHint')}</p>
      </div>
      <Button type="primary" onClick={() => location.reload()}>
        {t('common.page.reload')}
      </Button>
    </main>
  );
}

import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Brand } from '@/shared/ui/brand';
import styles from '@/app/plain-page.module.css';

export function NotFoundPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <main className={styles['page']}>
      <Brand large />
      <h1 className={styles['title']}>{t('common.page.notFound')}</h1>
      <Button type="primary" onClick={() => void navigate('/')}>
        {t('common.page.toDesk')}
      </Button>
    </main>
  );
}

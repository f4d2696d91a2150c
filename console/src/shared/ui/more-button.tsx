import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import styles from '@/shared/ui/more-button.module.css';

interface MoreButtonProps {
  /** A list that is read page after page. */
  readonly list: { readonly hasNextPage: boolean; readonly isFetchingNextPage: boolean; readonly fetchNextPage: () => unknown };
}

/** Brings the next page of a list, while there is one. */
export function MoreButton({ list }: MoreButtonProps) {
  const { t } = useTranslation();
  if (!list.hasNextPage) {
    return null;
  }
  return (
    <div className={styles['more']}>
      <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
        {t('common.more')}
      </Button>
    </div>
  );
}

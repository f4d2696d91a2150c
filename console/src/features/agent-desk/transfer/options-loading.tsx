import { Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';

/** Lines in the shape of what is to come, while it is asked for. */
export function OptionsLoading() {
  const { t } = useTranslation();
  return (
    <div role="status" aria-label={t('agent.transfer.loading')}>
      <Skeleton active title={false} paragraph={{ rows: 3, width: '100%' }} />
    </div>
  );
}

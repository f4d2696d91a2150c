import { App, Button, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import { asRequestError } from '@/shared/api/problem';
import { EquipmentList } from '@/shared/equipment/equipment-list';
import { useFileEquipment } from '@/shared/equipment/use-equipment';
import { Panel } from '@/shared/ui/panel';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import styles from '@/features/administrator-desk/administrator-desk-page.module.css';

/** The filed equipment beside what runs, and the act of filing. */
export function EquipmentPanel() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const file = useFileEquipment();
  const start = () => file.mutate(undefined, { onSuccess: () => void message.success(t('equipment.filedDone')) });
  return (
    <Panel
      title={t('equipment.title')}
      extra={
        <Popconfirm
          title={t('equipment.fileConfirm')}
          description={t('equipment.fileHint')}
          okText={t('common.confirm')}
          cancelText={t('common.cancel')}
          onConfirm={start}
        >
          <Button loading={file.isPending}>{t('equipment.file')}</Button>
        </Popconfirm>
      }
    >
      <div className={styles['words']}>
        {file.isError ? <ProblemNotice error={asRequestError(file.error)} title={t('equipment.fileFailed')} onRetry={start} /> : null}
        <EquipmentList />
      </div>
    </Panel>
  );
}

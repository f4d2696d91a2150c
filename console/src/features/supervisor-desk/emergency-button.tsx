import { AlertOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useEmergency } from '@/features/supervisor-desk/use-emergency';

/** How the emergency switch stands; opens the dialog in which it is turned. */
export function EmergencyButton({ onOpen }: { onOpen: () => void }) {
  const { t } = useTranslation();
  const { data } = useEmergency();
  if (!data) {
    return null;
  }
  return (
    <Button danger={data.mode !== 'off'} icon={<AlertOutlined aria-hidden />} onClick={onOpen}>
      {t(`emergency.button.${data.mode}`)}
    </Button>
  );
}

import { AlertOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useEmergency } from '@/features/supervisor-desk/use-emergency';

/** How the emergency switch stands; opens the dialog in which it is turned. */
export function EmergencyButton({ onOpen }: { onOpen: () => void }) {
  const { t } = useTranslation();
  const now = useEmergency();
  if (now === null) {
    return null;
  }
  return (
    <Button danger={now.mode !== 'off'} icon={<AlertOutlined aria-hidden />} onClick={onOpen}>
      {t(`emergency.button.${now.mode}`)}
    </Button>
  );
}

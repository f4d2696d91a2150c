import { PhoneOutlined } from '@ant-design/icons';
import { Badge, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CallbacksDrawer } from '@/features/supervisor-desk/callbacks/callbacks-drawer';
import { useCallbacks } from '@/features/supervisor-desk/callbacks/use-callbacks';

/** How many are called again who were not reached; opens the list. Not there while there is nothing to show. */
export function CallbacksButton() {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const callbacks = useCallbacks().data?.items ?? [];
  if (callbacks.length === 0) {
    return null;
  }
  return (
    <>
      <Badge count={callbacks.filter(({ state }) => state === 'scheduled').length} size="small" offset={[-4, 4]}>
        <Button icon={<PhoneOutlined aria-hidden />} onClick={() => setOpen(true)}>
          {t('callbacks.button')}
        </Button>
      </Badge>
      <CallbacksDrawer isOpen={isOpen} onClose={() => setOpen(false)} />
    </>
  );
}

import { SoundOutlined } from '@ant-design/icons';
import { Badge, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MessagesDrawer } from '@/shared/messages/messages-drawer';
import { useMessages } from '@/shared/messages/use-messages';

/** How many messages are to be done; opens the list. */
export function MessagesButton({ canCallBack }: { canCallBack: boolean }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const waiting = useMessages(false).data?.items.length ?? 0;
  return (
    <>
      <Badge count={waiting} size="small" offset={[-4, 4]}>
        <Button icon={<SoundOutlined aria-hidden />} onClick={() => setOpen(true)}>
          {t('messages.button')}
        </Button>
      </Badge>
      <MessagesDrawer isOpen={isOpen} onClose={() => setOpen(false)} canCallBack={canCallBack} />
    </>
  );
}

import { AudioOutlined, CustomerServiceOutlined, SoundOutlined } from '@ant-design/icons';
import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Listener } from '@/shared/api/views';

export const modeIcons = {
  listen: <CustomerServiceOutlined aria-hidden />,
  whisper: <SoundOutlined aria-hidden />,
  barge: <AudioOutlined aria-hidden />,
} as const;

/** Who listens in to a call, and in which mode. */
export function ListenerTags({ listeners }: { listeners: readonly Listener[] }) {
  const { t } = useTranslation();
  return listeners.map(({ user, displayName, mode, state }) => (
    <Tag key={user} icon={modeIcons[mode]} style={{ marginInlineEnd: 4 }}>
      {state === 'ringing'
        ? t('listening.ringing', { name: displayName })
        : t('listening.tag', { name: displayName, mode: t(`listening.mode.${mode}`) })}
    </Tag>
  ));
}

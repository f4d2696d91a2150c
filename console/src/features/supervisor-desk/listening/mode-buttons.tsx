import { Button, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ListenerMode } from '@/shared/api/views';
import { useShortcuts } from '@/shared/keyboard/use-shortcuts';
import { modeIcons } from '@/features/supervisor-desk/listening/listener-tags';
import { useListening } from '@/features/supervisor-desk/listening/use-listening';

const modes = ['listen', 'whisper', 'barge'] as const;
export const modeKeys = { listen: 'L', whisper: 'W', barge: 'B' } as const;

interface ModeButtonsProps {
  readonly call: string;
  /** `null`: this person does not listen. */
  readonly mode: ListenerMode | null;
  readonly isRinging: boolean;
  /** Nobody may listen to this agent now. */
  readonly isBarred?: boolean;
}

/** The three ways to listen in, one keystroke from another, and the end of it. */
export function ModeButtons({ call, mode, isRinging, isBarred = false }: ModeButtonsProps) {
  const { t } = useTranslation();
  const { mutate, isPending } = useListening();
  const isOff = isPending || isRinging || isBarred;
  const choose = (wanted: ListenerMode) => (wanted === mode || isOff ? undefined : mutate({ call, mode: wanted }));
  const end = () => mutate({ call, mode: null });
  useShortcuts({
    l: () => choose('listen'),
    w: () => choose('whisper'),
    b: () => choose('barge'),
    x: mode === null ? undefined : end,
  });
  return (
    <Flex wrap gap={8} role="group" aria-label={t('listening.title')}>
      {modes.map((one) => (
        <Button
          key={one}
          type={one === mode ? 'primary' : 'default'}
          aria-pressed={one === mode}
          icon={modeIcons[one]}
          disabled={isOff}
          onClick={() => choose(one)}
        >
          {t(`listening.mode.${one}`)} <kbd>{modeKeys[one]}</kbd>
        </Button>
      ))}
      {mode === null ? null : (
        <Button danger onClick={end}>
          {t('listening.end')} <kbd>X</kbd>
        </Button>
      )}
    </Flex>
  );
}

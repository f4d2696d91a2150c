import { CaretRightOutlined, PauseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useShortcuts } from '@/shared/keyboard/use-shortcuts';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import { useHold } from '@/features/agent-desk/call/use-hold';

/** Hold for a call whose voice is on a SIP phone. */
export function DeskPhoneHold({ call, isHeld }: { call: string; isHeld: boolean }) {
  const { t } = useTranslation();
  const hold = useHold(call);
  const toggle = () => hold.mutate(!isHeld);
  useShortcuts({ F6: hold.isPending ? undefined : toggle });
  return (
    <>
      <Button
        icon={isHeld ? <CaretRightOutlined aria-hidden /> : <PauseOutlined aria-hidden />}
        loading={hold.isPending}
        onClick={toggle}
      >
        {isHeld ? t('agent.call.resume') : t('agent.call.hold')} <kbd>F6</kbd>
      </Button>
      {hold.isError ? <ProblemNotice error={hold.error} /> : null}
    </>
  );
}

import {
  CheckCircleFilled,
  EditFilled,
  LogoutOutlined,
  MinusCircleFilled,
  PauseCircleFilled,
  PhoneFilled,
} from '@ant-design/icons';
import type { AgentState } from '@/shared/api/views';
import { RingingIcon } from '@/shared/ui/ringing-icon';

/** The sign of a state, beside its word: colour never stands alone. */
export function StateIcon({ state }: { state: AgentState | 'held' }) {
  switch (state) {
    case 'ready':
      return <CheckCircleFilled aria-hidden />;
    case 'not-ready':
      return <MinusCircleFilled aria-hidden />;
    case 'ringing':
      return <RingingIcon />;
    case 'talking':
      return <PhoneFilled aria-hidden rotate={90} />;
    case 'held':
      return <PauseCircleFilled aria-hidden />;
    case 'wrap-up':
      return <EditFilled aria-hidden />;
    case 'signed-out':
      return <LogoutOutlined aria-hidden />;
  }
}

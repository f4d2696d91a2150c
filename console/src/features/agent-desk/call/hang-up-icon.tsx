import { PhoneFilled } from '@ant-design/icons';

/** A receiver that lies on its fork. */
export function HangUpIcon() {
  return <PhoneFilled aria-hidden rotate={225} />;
}

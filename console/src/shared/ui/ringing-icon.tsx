import { BellFilled } from '@ant-design/icons';
import styles from '@/shared/ui/ringing-icon.module.css';

/** The only thing that moves for attention, once a second, and not where the system asks for less motion. */
export function RingingIcon() {
  return <BellFilled aria-hidden className={styles['pulse']} />;
}

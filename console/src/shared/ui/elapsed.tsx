import { formatDuration } from '@/shared/format/time';
import { useNow } from '@/shared/live/use-now';

/** A running timer since an instant, by the platform's clock. */
export function Elapsed({ since }: { since: string }) {
  const now = useNow();
  return <span className="kz-figures">{formatDuration(now - Date.parse(since))}</span>;
}

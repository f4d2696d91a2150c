import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatClock } from '@/shared/format/time';
import { useNumberAlarms } from '@/shared/outside/use-number-alarms';

/** Own numbers that have called as often within the hour as they may: what they were to call since was refused. */
export function NumberLimitNotice() {
  const { t } = useTranslation();
  const { data } = useNumberAlarms();
  if (!data || data.items.length === 0) {
    return null;
  }
  return (
    <>
      {data.items.map(({ number, calls, most, refused, since }) => (
        <Alert
          key={number}
          type="error"
          role="alert"
          showIcon
          title={t('outside.limitReached', { number })}
          description={t('outside.limitReachedHint', { calls, most, refused, since: formatClock(since) })}
        />
      ))}
    </>
  );
}

import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCalendar } from '@/shared/calendar/use-calendar';

/** A year without holidays, told before it begins: flows and the gate would take its holidays for ordinary days. */
export function CalendarNotice() {
  const { t } = useTranslation();
  const { data } = useCalendar();
  const year = data?.missing.at(-1);
  if (!data || year === undefined) {
    return null;
  }
  return (
    <Alert
      type="warning"
      role="alert"
      showIcon
      title={t('calendar.missing', { years: data.missing.join(t('calendar.and')) })}
      description={t('calendar.missingHint', { year })}
    />
  );
}

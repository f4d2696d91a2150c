import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import { useAcknowledge, useNotice } from '@/features/agent-desk/notice/use-notice';

/** Until it is acknowledged, the notice that supervisors may listen in stands above the desk. */
export function NoticeBanner() {
  const { t, i18n } = useTranslation();
  const { data } = useNotice();
  const acknowledge = useAcknowledge();
  if (!data || data.acknowledgedAt !== null) {
    return null;
  }
  return (
    <section aria-label={t('listening.notice.title')}>
      <Alert
        banner
        type="info"
        showIcon
        title={t('listening.notice.title')}
        description={i18n.language.startsWith('zh') ? data.zh : data.en}
        action={
          <Button type="primary" size="small" loading={acknowledge.isPending} onClick={() => acknowledge.mutate(data.version)}>
            {t('listening.notice.acknowledge')}
          </Button>
        }
      />
      {acknowledge.isError ? <ProblemNotice error={acknowledge.error} title={t('listening.notice.failed')} /> : null}
    </section>
  );
}

import { StopOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { App, Button, Dropdown, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { request } from '@/shared/api/request';
import { ProblemNotice } from '@/shared/ui/problem-notice';

const reasons = ['abuse', 'threat', 'harassment', 'silent', 'prank'] as const;
type Reason = (typeof reasons)[number];

/** POST /api/nuisance-marks: without effect until somebody else confirms it. */
function useMark(call: string) {
  return useMutation({
    mutationFn: (reason: Reason) =>
      request(z.object({ id: z.string() }), '/api/nuisance-marks', { method: 'POST', body: { call, reason } }),
  });
}

/** Marks the number of the present call as a nuisance. */
export function NuisanceMark({ call }: { call: string }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const mark = useMark(call);
  if (mark.isSuccess) {
    return null;
  }
  const items = reasons.map((reason) => ({ key: reason, label: t(`nuisance.reason.${reason}`) }));
  const choose = (key: string) => {
    const reason = reasons.find((known) => known === key);
    if (reason !== undefined) {
      mark.mutate(reason, { onSuccess: () => void message.success(t('nuisance.marked')) });
    }
  };
  return (
    <>
      <Dropdown menu={{ items, onClick: ({ key }) => choose(key) }} trigger={['click']}>
        <Tooltip title={t('nuisance.markHint')}>
          <Button type="text" size="small" icon={<StopOutlined aria-hidden />} loading={mark.isPending}>
            {t('nuisance.mark')}
          </Button>
        </Tooltip>
      </Dropdown>
      {mark.isError ? <ProblemNotice error={mark.error} title={t('nuisance.failed')} /> : null}
    </>
  );
}

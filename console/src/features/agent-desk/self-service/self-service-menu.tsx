import { NumberOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { useConfiguration, useConfiguredName } from '@/shared/api/use-configuration';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import { useLend } from '@/features/agent-desk/self-service/use-self-service';

/** Lends the caller to one of the client's self-services; nothing where there is none. */
export function SelfServiceMenu({ call }: { call: string }) {
  const { t } = useTranslation();
  const services = useConfiguration().data?.selfServices ?? [];
  const nameOf = useConfiguredName('selfServices');
  const lend = useLend(call);
  if (services.length === 0) {
    return null;
  }
  const items = services.map(({ code }) => ({ key: code, label: nameOf(code) }));
  return (
    <>
      <Dropdown menu={{ items, onClick: ({ key }) => lend.mutate(key) }} trigger={['click']}>
        <Button block icon={<NumberOutlined aria-hidden />} loading={lend.isPending}>
          {t('agent.selfService.lend')}
        </Button>
      </Dropdown>
      {lend.isError ? <ProblemNotice error={lend.error} title={t('agent.selfService.notLent')} /> : null}
    </>
  );
}

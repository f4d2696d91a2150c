import { Alert, App, Button, Form, Input, Popconfirm, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatTableTime } from '@/shared/format/time';
import { ListPart } from '@/shared/ui/list-part';
import { Panel } from '@/shared/ui/panel';
import { Refusal } from '@/shared/ui/refusal';
import { useFieldErrors } from '@/shared/ui/use-field-errors';
import { useMobiles, useRemoveMobile, useSetMobile, type Mobile, type NewMobile } from '@/features/outside/mobiles/use-mobiles';
import styles from '@/features/outside/outside-page.module.css';

const fields = ['agent', 'number'] as const;

/** On which mobile each agent may answer: a supervisor sets the number, and nobody sees it whole again. */
export function MobilesPart() {
  const { t } = useTranslation();
  const found = useMobiles();
  const items = found.data?.items ?? [];
  return (
    <Panel title={t('outside.part.mobiles')}>
      {found.data ? <Alert banner type={found.data.allowed ? 'info' : 'warning'} showIcon title={t(found.data.allowed ? 'outside.mobilesOn' : 'outside.mobilesOff')} /> : null}
      <MobileForm agents={items} />
      <ListPart
        label={t('outside.part.mobiles')}
        query={found}
        rows={items}
        rowKey="agent"
        empty={{ title: t('outside.noMobiles'), hint: t('outside.noMobilesHint') }}
        columns={[
          { key: 'agent', title: t('outside.mobileAgent'), dataIndex: 'displayName' },
          { key: 'number', title: t('outside.number'), width: 180, render: (_: unknown, row: Mobile) => row.number ?? '–' },
          { key: 'setBy', title: t('outside.mobileSetBy'), width: 160, render: (_: unknown, row: Mobile) => row.setBy ?? '–' },
          { key: 'setAt', title: t('outside.mobileSetAt'), width: 180, render: (_: unknown, row: Mobile) => (row.setAt ? formatTableTime(row.setAt) : '–') },
          { key: 'act', title: t('outside.act'), width: 110, render: (_: unknown, row: Mobile) => (row.number === null ? null : <Remove row={row} />) },
        ]}
      />
    </Panel>
  );
}

function MobileForm({ agents }: { agents: readonly Mobile[] }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm<NewMobile>();
  const set = useSetMobile();
  const showAtFields = useFieldErrors(fields, (name, words) => form.setFields([{ name, errors: words }]));
  return (
    <Form<NewMobile>
      form={form}
      layout="vertical"
      requiredMark={false}
      className={styles['form']}
      aria-label={t('outside.setMobile')}
      onFinish={(wanted) =>
        set.mutate(wanted, {
          onSuccess: () => {
            form.resetFields();
            void message.success(t('outside.mobileSet'));
          },
          onError: showAtFields,
        })
      }
    >
      <div className={styles['fields']}>
        <Form.Item name="agent" label={t('outside.mobileAgent')} rules={[{ required: true, message: t('refusals.field.required') }]}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={agents.map((agent) => ({ value: agent.agent, label: agent.displayName }))}
          />
        </Form.Item>
        <Form.Item name="number" label={t('outside.number')} rules={[{ required: true, message: t('refusals.field.required') }]}>
          <Input autoComplete="off" inputMode="tel" maxLength={30} />
        </Form.Item>
        <Form.Item label=" " colon={false}>
          <Button type="primary" htmlType="submit" loading={set.isPending}>
            {t('outside.setMobile')}
          </Button>
        </Form.Item>
      </div>
      {set.isError ? <Refusal error={set.error} fields={fields} /> : null}
    </Form>
  );
}

function Remove({ row }: { row: Mobile }) {
  const { t } = useTranslation();
  const remove = useRemoveMobile();
  return (
    <Popconfirm
      title={t('outside.removeMobile', { name: row.displayName })}
      okText={t('common.confirm')}
      cancelText={t('common.cancel')}
      onConfirm={() => remove.mutate(row.agent)}
    >
      <Button size="small" loading={remove.isPending}>
        {t('outside.remove')}
      </Button>
    </Popconfirm>
  );
}

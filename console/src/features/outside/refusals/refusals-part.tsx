import { App, Button, Form, Input, Popconfirm, Select, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatTableTime } from '@/shared/format/time';
import { ListPart } from '@/shared/ui/list-part';
import { PersonName } from '@/shared/ui/person-name';
import { Panel } from '@/shared/ui/panel';
import { Refusal } from '@/shared/ui/refusal';
import { useFieldErrors } from '@/shared/ui/use-field-errors';
import { useAddRefusal, useRefusals, useReverseRefusal, type NewRefusal, type RefusalRow } from '@/features/outside/refusals/use-refusals';
import { oneOf } from '@/features/outside/words';
import styles from '@/features/outside/outside-page.module.css';

const reasons = ['person-refused', 'complaint', 'regulator', 'wrong-person'] as const;
const fields = ['number', 'reason'] as const;

interface RefusalsPartProps {
  readonly mayRead: boolean;
  readonly mayAdd: boolean;
  readonly mayReverse: boolean;
}

/** Who is not to be called: entered at once, lifted when the person asks to be called again. */
export function RefusalsPart({ mayRead, mayAdd, mayReverse }: RefusalsPartProps) {
  const { t } = useTranslation();
  const found = useRefusals(mayRead);
  return (
    <Panel title={t('outside.part.do-not-call')}>
      {mayAdd ? <RefusalForm /> : null}
      {mayRead ? (
        <ListPart
          label={t('outside.part.do-not-call')}
          query={found}
          rows={found.data?.items ?? []}
          rowKey="id"
          empty={{ title: t('outside.noRefusals'), hint: t('outside.noRefusalsHint') }}
          columns={[
            { key: 'number', title: t('outside.number'), width: 140, dataIndex: 'number' },
            { key: 'reason', title: t('outside.reason'), render: (_, { reason }) => <Reason reason={reason} /> },
            { key: 'by', title: t('outside.recordedBy'), width: 130, dataIndex: 'addedBy', render: (by: string) => <PersonName account={by} /> },
            { key: 'at', title: t('outside.at'), width: 180, render: (_, { addedAt }) => formatTableTime(addedAt) },
            {
              key: 'state',
              title: t('outside.state'),
              width: 120,
              render: (_, { reversedAt }) => (reversedAt === null ? <Tag color="error">{t('outside.notToBeCalled')}</Tag> : <Tag>{t('outside.reversed')}</Tag>),
            },
            ...(mayReverse ? [{ key: 'act', title: t('outside.act'), width: 110, render: (_: unknown, row: RefusalRow) => <Reverse row={row} /> }] : []),
          ]}
        />
      ) : null}
    </Panel>
  );
}

function Reason({ reason }: { reason: string }) {
  const { t } = useTranslation();
  const known = oneOf(reasons, reason);
  return <>{known === undefined ? reason : t(`outside.reasons.${known}`)}</>;
}

function RefusalForm() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm<NewRefusal>();
  const add = useAddRefusal();
  const showAtFields = useFieldErrors(fields, (name, words) => form.setFields([{ name, errors: words }]));
  return (
    <Form<NewRefusal>
      form={form}
      layout="vertical"
      requiredMark={false}
      className={styles['form']}
      aria-label={t('outside.addRefusal')}
      onFinish={(refusal) =>
        add.mutate(refusal, {
          onSuccess: () => {
            form.resetFields();
            void message.success(t('outside.refusalAdded'));
          },
          onError: showAtFields,
        })
      }
    >
      <div className={styles['fields']}>
        <Form.Item name="number" label={t('outside.personsNumber')}>
          <Input autoComplete="off" inputMode="tel" maxLength={30} />
        </Form.Item>
        <Form.Item name="reason" label={t('outside.reason')}>
          <Select options={reasons.map((value) => ({ value, label: t(`outside.reasons.${value}`) }))} />
        </Form.Item>
        <Form.Item label=" " colon={false}>
          <Button type="primary" htmlType="submit" loading={add.isPending}>
            {t('outside.addRefusal')}
          </Button>
        </Form.Item>
      </div>
      {add.isError ? <Refusal error={add.error} fields={fields} /> : null}
    </Form>
  );
}

function Reverse({ row }: { row: RefusalRow }) {
  const { t } = useTranslation();
  const reverse = useReverseRefusal();
  if (row.reversedAt !== null) {
    return null;
  }
  return (
    <Popconfirm
      title={t('outside.reverseConfirm')}
      okText={t('common.confirm')}
      cancelText={t('common.cancel')}
      onConfirm={() => reverse.mutate(row.id)}
    >
      <Button size="small" loading={reverse.isPending}>
        {t('outside.reverse')}
      </Button>
    </Popconfirm>
  );
}

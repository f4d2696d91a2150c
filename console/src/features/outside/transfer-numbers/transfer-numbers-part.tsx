import { App, Button, Form, Input, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import { ListPart } from '@/shared/ui/list-part';
import { Panel } from '@/shared/ui/panel';
import { Refusal } from '@/shared/ui/refusal';
import { useFieldErrors } from '@/shared/ui/use-field-errors';
import {
  useAddTransferNumber,
  useRemoveTransferNumber,
  useTransferNumbers,
  type NewTransferNumber,
  type TransferNumber,
} from '@/features/outside/transfer-numbers/use-transfer-numbers';
import styles from '@/features/outside/outside-page.module.css';

const fields = ['label', 'number'] as const;

/** The client's list of numbers to which calls may be handed outside; nobody is handed to any other. */
export function TransferNumbersPart({ mayManage }: { mayManage: boolean }) {
  const { t } = useTranslation();
  const found = useTransferNumbers();
  return (
    <Panel title={t('outside.part.transfer-numbers')}>
      {mayManage ? <NumberForm /> : null}
      <ListPart
        label={t('outside.part.transfer-numbers')}
        query={found}
        rows={found.data?.items ?? []}
        rowKey="id"
        empty={{ title: t('outside.noTransferNumbers'), hint: t('outside.noTransferNumbersHint') }}
        columns={[
          { key: 'label', title: t('outside.label'), dataIndex: 'label' },
          { key: 'number', title: t('outside.number'), width: 180, dataIndex: 'number' },
          ...(mayManage ? [{ key: 'act', title: t('outside.act'), width: 110, render: (_: unknown, row: TransferNumber) => <Remove row={row} /> }] : []),
        ]}
      />
    </Panel>
  );
}

function NumberForm() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm<NewTransferNumber>();
  const add = useAddTransferNumber();
  const showAtFields = useFieldErrors(fields, (name, words) => form.setFields([{ name, errors: words }]));
  return (
    <Form<NewTransferNumber>
      form={form}
      layout="vertical"
      requiredMark={false}
      className={styles['form']}
      aria-label={t('outside.addTransferNumber')}
      onFinish={(added) =>
        add.mutate(added, {
          onSuccess: () => {
            form.resetFields();
            void message.success(t('outside.transferNumberAdded'));
          },
          onError: showAtFields,
        })
      }
    >
      <div className={styles['fields']}>
        <Form.Item name="label" label={t('outside.label')}>
          <Input maxLength={40} placeholder={t('outside.labelExample')} />
        </Form.Item>
        <Form.Item name="number" label={t('outside.number')}>
          <Input autoComplete="off" inputMode="tel" maxLength={30} />
        </Form.Item>
        <Form.Item label=" " colon={false}>
          <Button type="primary" htmlType="submit" loading={add.isPending}>
            {t('outside.addTransferNumber')}
          </Button>
        </Form.Item>
      </div>
      {add.isError ? <Refusal error={add.error} fields={fields} /> : null}
    </Form>
  );
}

function Remove({ row }: { row: TransferNumber }) {
  const { t } = useTranslation();
  const remove = useRemoveTransferNumber();
  return (
    <Popconfirm
      title={t('outside.removeTransferNumber', { label: row.label })}
      okText={t('common.confirm')}
      cancelText={t('common.cancel')}
      onConfirm={() => remove.mutate(row.id)}
    >
      <Button size="small" loading={remove.isPending}>
        {t('outside.remove')}
      </Button>
    </Popconfirm>
  );
}

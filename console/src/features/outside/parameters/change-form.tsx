import { App, Button, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Refusal } from '@/shared/ui/refusal';
import { useFieldErrors } from '@/shared/ui/use-field-errors';
import { useParameterName } from '@/features/outside/parameters/parameter-name';
import { useBoundWords, useValueWords } from '@/features/outside/parameters/value-words';
import { useProposeChange, type GateParameter, type NewChange } from '@/features/outside/parameters/use-gate';
import styles from '@/features/outside/outside-page.module.css';

const fields = ['parameter', 'value', 'basis'] as const;

interface ChangeFormProps {
  readonly parameters: readonly GateParameter[];
  readonly inHand: GateParameter | null;
  readonly onChoose: (key: string | null) => void;
}

const isSwitch = (parameter: GateParameter | null) => parameter?.initial === 'true' || parameter?.initial === 'false';

/** Proposes another value; what it takes, and what becomes of it, stands below. */
export function ChangeForm({ parameters, inHand, onChoose }: ChangeFormProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const nameOf = useParameterName();
  const wordsOf = useValueWords();
  const boundWords = useBoundWords();
  const [form] = Form.useForm<Partial<NewChange>>();
  const propose = useProposeChange();
  const choose = (chosen: string) => {
    form.setFieldValue('value', parameters.find(({ key }) => key === chosen)?.value);
    onChoose(chosen);
  };
  const showAtFields = useFieldErrors(fields, (name, words) => form.setFields([{ name, errors: words }]));
  return (
    <Form<Partial<NewChange>>
      form={form}
      layout="vertical"
      requiredMark={false}
      className={styles['form']}
      aria-label={t('outside.propose')}
      onFinish={({ parameter = '', value = '', basis = '' }) =>
        propose.mutate(
          { parameter, value, basis },
          {
            onSuccess: ({ state }) => {
              void message.success(t(state === 'pending' ? 'outside.waitsForSecond' : 'outside.changeInForce'));
              form.resetFields();
              onChoose(null);
            },
            onError: showAtFields,
          },
        )
      }
    >
      <div className={styles['fields']}>
        <Form.Item name="parameter" label={t('outside.parameter')}>
          <Select options={parameters.map(({ key }) => ({ value: key, label: nameOf(key) }))} onChange={choose} />
        </Form.Item>
        <Form.Item name="value" label={t('outside.newValue')} extra={inHand?.bound ? t('outside.boundIs', { bound: boundWords(inHand.bound) }) : null}>
          {isSwitch(inHand) ? (
            <Select options={['true', 'false'].map((value) => ({ value, label: wordsOf(value) }))} />
          ) : (
            <Input autoComplete="off" maxLength={200} />
          )}
        </Form.Item>
        <Form.Item name="basis" label={t('outside.basis')} extra={t('outside.basisHint')}>
          <Input maxLength={120} />
        </Form.Item>
        <Form.Item label=" " colon={false}>
          <Button type="primary" htmlType="submit" loading={propose.isPending}>
            {t('outside.propose')}
          </Button>
        </Form.Item>
      </div>
      {propose.isError ? <Refusal error={propose.error} fields={fields} /> : null}
    </Form>
  );
}

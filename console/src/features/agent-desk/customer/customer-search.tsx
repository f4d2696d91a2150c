import { SearchOutlined } from '@ant-design/icons';
import { App, Input, type InputRef } from 'antd';
import { useImperativeHandle, useRef, useState, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { asRequestError } from '@/shared/api/problem';
import { problemKind } from '@/shared/ui/problem-text';
import type { Customer } from '@/shared/customers/customer-schema';
import { useCustomerSearch } from '@/shared/customers/use-customer-search';
import styles from '@/features/agent-desk/customer/customer-search.module.css';

export interface SearchHandle {
  focus(): void;
}

interface CustomerSearchProps {
  readonly ref: Ref<SearchHandle>;
  readonly onFound: (customers: readonly Customer[]) => void;
}

/** Finds a customer by the whole number. */
export function CustomerSearch({ ref, onFound }: CustomerSearchProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const input = useRef<InputRef>(null);
  const [text, setText] = useState('');
  const search = useCustomerSearch();
  useImperativeHandle(ref, () => ({ focus: () => input.current?.focus({ cursor: 'all' }) }), []);
  const find = () => {
    const number = text.replace(/[\s-]/g, '');
    if (number === '') {
      return;
    }
    search.mutate(number, {
      onSuccess: (customers) => {
        if (customers.length > 0) {
          onFound(customers);
          setText('');
          input.current?.blur();
        } else {
          void message.info(t('agent.searchNone'));
        }
      },
      onError: (error) => void message.error(t(`common.problem.${problemKind(asRequestError(error))}`)),
    });
  };
  return (
    <Input
      ref={input}
      className={styles['search'] ?? ''}
      role="searchbox"
      aria-label={t('agent.search')}
      title={t('agent.searchPrompt')}
      placeholder={t('agent.searchPlaceholder')}
      inputMode="tel"
      autoComplete="off"
      prefix={<SearchOutlined aria-hidden />}
      suffix={<kbd aria-hidden>/</kbd>}
      value={text}
      disabled={search.isPending}
      onChange={(event) => setText(event.target.value)}
      onPressEnter={find}
    />
  );
}

import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { asRequestError } from '@/shared/api/problem';
import { refusalKey } from '@/shared/ui/refusal';
import styles from '@/features/outside/outside-page.module.css';

interface NumberSearchProps {
  readonly number: string;
  readonly onSearch: (number: string) => void;
  readonly error: unknown;
}

/** Looks for one number; emptied, the newest are shown again. */
export function NumberSearch({ number, onSearch, error }: NumberSearchProps) {
  const { t } = useTranslation();
  const isWrong = number !== '' && error !== null && asRequestError(error).problem.field === 'number';
  return (
    <div className={styles['bar']}>
      <Input.Search
        allowClear
        aria-label={t('outside.byNumber')}
        aria-invalid={isWrong}
        placeholder={t('outside.byNumber')}
        status={isWrong ? 'error' : ''}
        autoComplete="off"
        maxLength={30}
        style={{ width: 280 }}
        onSearch={(wanted) => onSearch(wanted.trim())}
      />
      {isWrong ? (
        <span role="alert" className={styles['late']}>
          {t(refusalKey(asRequestError(error).problem.rule))}
        </span>
      ) : null}
    </div>
  );
}

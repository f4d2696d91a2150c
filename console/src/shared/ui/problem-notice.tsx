import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { asRequestError } from '@/shared/api/problem';
import { problemKind } from '@/shared/ui/problem-text';

interface ProblemNoticeProps {
  readonly error: unknown;
  /** What did not work; without it the kind of problem is the title. */
  readonly title?: string;
  readonly onRetry?: () => void;
}

/** A failed request: what is wrong, what to do, the code in small print, and a way to try again. */
export function ProblemNotice({ error, title, onRetry }: ProblemNoticeProps) {
  const { t } = useTranslation();
  const problem = asRequestError(error);
  const kind = problemKind(problem);
  const what = t(`common.problem.${kind}`);
  return (
    <Alert
      type="error"
      role="alert"
      showIcon
      title={title ?? what}
      description={
        <>
          {title ? `${what} — ` : null}
          {t(`common.problem.${kind}Hint`)}{' '}
          <small>
            {t('common.problem.code')} {problem.code}
          </small>
        </>
      }
      action={
        onRetry ? (
          <Button size="small" onClick={onRetry}>
            {t('common.retry')}
          </Button>
        ) : null
      }
    />
  );
}

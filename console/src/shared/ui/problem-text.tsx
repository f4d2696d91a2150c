import { useTranslation } from 'react-i18next';
import type { RequestError } from '@/shared/api/problem';

export type ProblemKind = 'unreachable' | 'unavailable' | 'forbidden' | 'conflict' | 'invalid' | 'notFound' | 'other';

export function problemKind(error: RequestError): ProblemKind {
  if (error.isUnreachable) {
    // Whoever names a rule is there, and says what is not.
    return error.problem.rule ? 'unavailable' : 'unreachable';
  }
  switch (error.status) {
    case 400:
    case 422:
      return 'invalid';
    case 403:
      return 'forbidden';
    case 404:
      return 'notFound';
    case 409:
      return 'conflict';
    default:
      return 'other';
  }
}

/** What is wrong in the person's words, with the code small, to read out to support. */
export function ProblemText({ error }: { error: RequestError }) {
  const { t } = useTranslation();
  const kind = problemKind(error);
  return (
    <span>
      {t(`common.problem.${kind}`)} — {t(`common.problem.${kind}Hint`)}{' '}
      <small>
        {t('common.problem.code')} {error.code}
      </small>
    </span>
  );
}

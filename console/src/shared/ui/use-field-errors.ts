import { useTranslation } from 'react-i18next';
import { asRequestError } from '@/shared/api/problem';
import { refusalKey, refusalNames } from '@/shared/ui/refusal';

/**
 * Puts the platform's refusal at the field that it names, in place of what stood at the fields before; `null` only takes that
 * away. What is refused as a whole stays with the request's error, for a notice beside the form.
 */
export function useFieldErrors<Field extends string>(fields: readonly Field[], show: (field: Field, words: string[]) => void) {
  const { t } = useTranslation();
  return (error: unknown) => {
    const problem = error === null ? null : asRequestError(error).problem;
    fields.forEach((field) => show(field, problem?.field === field ? [t(refusalKey(problem.rule), refusalNames(problem))] : []));
  };
}

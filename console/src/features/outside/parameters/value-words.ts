import { useTranslation } from 'react-i18next';
import { oneOf, purposes } from '@/features/outside/words';

/** A parameter's value as people read it: switches, purposes and lists in words, everything else as it is written. */
export function useValueWords(): (value: string) => string {
  const { t } = useTranslation();
  return (value) => {
    if (value === 'true' || value === 'false') {
      return t(value === 'true' ? 'outside.on' : 'outside.off');
    }
    if (value === 'none') {
      return t('outside.noneOfThem');
    }
    const known = value.split(',').map((code) => oneOf(purposes, code));
    return known.every((purpose) => purpose !== undefined) ? known.map((purpose) => t(`outside.purpose.${purpose}`)).join(t('outside.between')) : value;
  };
}

/** A bound such as `<= 20`; a dash where there is none. */
export function useBoundWords(): (bound: string) => string {
  const { t } = useTranslation();
  return (bound) => (bound === 'no marketing' ? t('outside.noMarketing') : bound === '' ? '–' : bound.replace('<=', '≤').replace('>=', '≥'));
}

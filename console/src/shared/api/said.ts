import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';

/** A sentence that the platform says in both languages. */
export const saidSchema = z.object({ zh: z.string(), en: z.string() });
export type Said = z.infer<typeof saidSchema>;

/** Picks the language of the person who reads. */
export function useSaid(): (said: Said) => string {
  const { i18n } = useTranslation();
  const language = i18n.resolvedLanguage;
  return useCallback((said) => (language === 'en' ? said.en : said.zh), [language]);
}

import 'i18next';
import type { zh } from '@/shared/i18n/zh/dictionary';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof zh };
  }
}

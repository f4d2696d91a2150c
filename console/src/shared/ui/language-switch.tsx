import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { chooseLanguage, languages } from '@/shared/i18n/i18n';

export function LanguageSwitch() {
  const { t, i18n } = useTranslation();
  const chosen = languages.find((language) => language === i18n.resolvedLanguage) ?? 'zh-CN';
  return (
    <Segmented
      size="small"
      aria-label={t('common.language')}
      value={chosen}
      onChange={chooseLanguage}
      options={[
        { value: 'zh-CN' as const, label: t('common.chinese') },
        { value: 'en' as const, label: t('common.english') },
      ]}
    />
  );
}

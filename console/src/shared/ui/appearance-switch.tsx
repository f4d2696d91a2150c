import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useAppearance } from '@/shared/theme/appearance-context';
import { appearances } from '@/shared/theme/tokens';

export function AppearanceSwitch() {
  const { t } = useTranslation();
  const { appearance, choose } = useAppearance();
  return (
    <Select
      size="small"
      aria-label={t('common.appearance.label')}
      value={appearance}
      onChange={choose}
      popupMatchSelectWidth={false}
      options={appearances.map((value) => ({ value, label: t(`common.appearance.${value}`) }))}
    />
  );
}

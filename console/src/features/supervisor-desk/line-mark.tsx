import { useTranslation } from 'react-i18next';
import type { LineQuality } from '@/shared/api/views';
import { useLineFigures } from '@/shared/calls/line-figures';
import styles from '@/features/supervisor-desk/line-mark.module.css';

interface LineMarkProps {
  readonly quality: LineQuality;
  readonly isShownWhenGood?: boolean;
}

/** The worst line of a talk, marked when it is not good. */
export function LineMark({ quality, isShownWhenGood = false }: LineMarkProps) {
  const { t } = useTranslation();
  const figures = useLineFigures(quality);
  if (quality.grade === 'good' && !isShownWhenGood) {
    return null;
  }
  return (
    <span className={styles['mark']} data-grade={quality.grade} title={figures}>
      {t(`quality.floor.${quality.line}`, { grade: t(`quality.inFloor.${quality.grade}`) })}
    </span>
  );
}

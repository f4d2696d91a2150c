import { useTranslation } from 'react-i18next';
import type { LineQuality } from '@/shared/api/views';
import { useLineFigures } from '@/shared/calls/line-figures';
import styles from '@/features/agent-desk/call/line-notice.module.css';

interface LineNoticeProps {
  readonly quality: LineQuality | null;
  /** Where nothing else says how well the two hear each other. */
  readonly isShownWhenGood: boolean;
}

/** A line of this talk that is not good: whose it is, who hears badly, and what can be done. */
export function LineNotice({ quality, isShownWhenGood }: LineNoticeProps) {
  const { t } = useTranslation();
  const figures = useLineFigures(quality);
  if (quality === null || (quality.grade === 'good' && !isShownWhenGood)) {
    return null;
  }
  return (
    <div className={styles['line']} data-grade={quality.grade} role="status" title={figures}>
      <p>
        <span className={styles['dot']} aria-hidden /> {t('quality.title')} <strong>{t(`quality.grade.${quality.grade}`)}</strong>
      </p>
      {quality.grade === 'good' ? null : <p className={styles['trouble']}>{t(`quality.trouble.${quality.line}.${quality.hears}`)}</p>}
      {quality.grade === 'poor' ? <p className={styles['advice']}>{t(`quality.advice.${quality.line}`)}</p> : null}
    </div>
  );
}

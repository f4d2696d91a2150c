import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSaid } from '@/shared/api/said';
import { formatTableTime } from '@/shared/format/time';
import { Verdict } from '@/shared/ui/verdict';
import type { Verification } from '@/features/auditor-desk/packs/use-pack-verification';
import styles from '@/features/auditor-desk/packs/packs.module.css';

/** What the verifier found, line by line, in its own words. */
export function PackChecks({ verification, at }: { verification: Verification; at: string }) {
  const { t } = useTranslation();
  const said = useSaid();
  return (
    <div className={styles['checks']}>
      <Alert
        type={verification.holds ? 'success' : 'error'}
        role="status"
        showIcon
        title={verification.holds ? t('packs.holds') : t('packs.broken')}
        description={t('packs.verifiedAt', { at: formatTableTime(at) })}
      />
      <ul>
        {verification.checks.map((check) => (
          <li key={`${check.code} ${check.en}`}>
            <Verdict kind={check.holds ? 'good' : 'bad'} word={check.holds ? t('claims.outcome.holds') : t('claims.outcome.disproved')} />
            <span>{said(check)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

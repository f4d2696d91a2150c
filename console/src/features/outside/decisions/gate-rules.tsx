import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { ruleOf } from '@/features/outside/words';
import styles from '@/features/outside/outside-page.module.css';

/** The rules that refused, in words; the rule's id and why stand behind each. */
export function GateRules({ rules }: { rules: readonly string[] }) {
  const { t } = useTranslation();
  if (rules.length === 0) {
    return <>–</>;
  }
  return (
    <div className={styles['rules']}>
      {rules.map((written) => {
        const known = ruleOf(written);
        return (
          <Tag key={written} title={written}>
            {known === undefined ? written : t(`outside.rules.${known}`)}
          </Tag>
        );
      })}
    </div>
  );
}

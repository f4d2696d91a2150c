import { QuestionCircleOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { definitionOf } from '@/shared/measures/measure-ids';
import styles from '@/shared/measures/definition-link.module.css';

interface DefinitionLinkProps {
  readonly of: 'queue' | 'agent';
  readonly field: string;
  readonly name: string;
}

/** A small sign beside a figure that leads to its definition. */
export function DefinitionSign({ of, field, name }: DefinitionLinkProps) {
  const { t } = useTranslation();
  const words = t('measures.definition', { name });
  return (
    <Link to={definitionOf(of, field)} className={styles['sign'] ?? ''} aria-label={words} title={words}>
      <QuestionCircleOutlined aria-hidden />
    </Link>
  );
}

/** A figure's name that leads to its definition. */
export function DefinitionName({ of, field, name }: DefinitionLinkProps) {
  const { t } = useTranslation();
  return (
    <Link to={definitionOf(of, field)} className={styles['name'] ?? ''} title={t('measures.definition', { name })}>
      {name}
    </Link>
  );
}

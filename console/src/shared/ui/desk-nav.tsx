import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import type { Role } from '@/shared/session/me';
import styles from '@/shared/ui/desk-nav.module.css';

const pages = {
  auditor: [
    ['claims', '/auditor/claims'],
    ['calls', '/auditor/calls'],
    ['recordings', '/auditor/recordings'],
    ['packs', '/auditor/packs'],
    ['measures', '/measures'],
    ['outside', '/outside'],
  ],
  supervisor: [
    ['floor', '/supervisor'],
    ['customers', '/customers'],
    ['measures', '/measures'],
    ['outside', '/outside'],
  ],
  'system-administrator': [
    ['desk', '/administrator'],
    ['outside', '/outside'],
  ],
  'security-administrator': [
    ['desk', '/administrator'],
    ['outside', '/outside'],
  ],
} as const;

/** The pages of a desk that has more than one, in the top bar. */
export function DeskNav({ role }: { role: Role }) {
  const { t } = useTranslation();
  if (role === 'agent') {
    return null;
  }
  return (
    <nav aria-label={t('nav.label')} className={styles['nav']}>
      {pages[role].map(([name, path]) => (
        <NavLink key={name} to={path} className={styles['page'] ?? ''}>
          {t(`nav.${name}`)}
        </NavLink>
      ))}
    </nav>
  );
}

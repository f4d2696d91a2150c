import type { ReactNode } from 'react';
import styles from '@/shared/ui/quiet-empty.module.css';

interface QuietEmptyProps {
  readonly icon?: ReactNode;
  readonly title: string;
  readonly hint?: string;
  readonly action?: ReactNode;
}

/** A place where nothing is: says so, and what comes next. */
export function QuietEmpty({ icon, title, hint, action }: QuietEmptyProps) {
  return (
    <div className={styles['empty']}>
      {icon ? <div className={styles['icon']}>{icon}</div> : null}
      <p className={styles['title']}>{title}</p>
      {hint ? <p className={styles['hint']}>{hint}</p> : null}
      {action}
    </div>
  );
}

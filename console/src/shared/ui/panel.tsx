import { useId, type ReactNode } from 'react';
import styles from '@/shared/ui/panel.module.css';

interface PanelProps {
  readonly title: string;
  readonly extra?: ReactNode;
  readonly children: ReactNode;
  readonly className?: string | undefined;
  /** Greyed: what it shows is old. */
  readonly isStale?: boolean;
  readonly isTitleHidden?: boolean;
}

/** A surface with a heading; the building block of each desk. */
export function Panel({ title, extra, children, className, isStale = false, isTitleHidden = false }: PanelProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={`${styles['panel'] ?? ''} ${className ?? ''}`} data-stale={isStale || undefined}>
      <header className={isTitleHidden ? 'kz-only-heard' : styles['header']}>
        <h2 id={id} className={styles['title']}>
          {title}
        </h2>
        {extra}
      </header>
      <div className={styles['body']}>{children}</div>
    </section>
  );
}

import type { ReactNode } from 'react';
import { Brand } from '@/shared/ui/brand';
import styles from '@/shared/ui/top-bar.module.css';

interface TopBarProps {
  readonly title: string;
  readonly isTitleShown?: boolean;
  readonly children?: ReactNode;
  readonly end: ReactNode;
}

/** The bar on top of each desk: the product, what the desk puts there, and the person at the right end. */
export function TopBar({ title, isTitleShown = true, children, end }: TopBarProps) {
  return (
    <header className={styles['bar']}>
      <Brand />
      <h1 className={isTitleShown ? styles['title'] : 'kz-only-heard'}>{title}</h1>
      <div className={styles['middle']}>{children}</div>
      <div className={styles['end']}>{end}</div>
    </header>
  );
}

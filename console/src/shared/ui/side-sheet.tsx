import { Drawer } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface SideSheetProps {
  readonly open: boolean;
  readonly onClose: () => void;
  /** Width in pixels. */
  readonly size: number;
  readonly title: string;
  readonly children: ReactNode;
}

/** What is looked up beside the desk: nothing behind it is covered or stopped, and a closed one keeps nothing. */
export function SideSheet({ open, onClose, size, title, children }: SideSheetProps) {
  const { t } = useTranslation();
  return (
    <Drawer open={open} onClose={onClose} size={size} destroyOnHidden mask={false} closable={{ 'aria-label': t('common.close') }} title={title}>
      {children}
    </Drawer>
  );
}

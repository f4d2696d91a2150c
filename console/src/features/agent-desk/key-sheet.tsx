import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import styles from '@/features/agent-desk/key-sheet.module.css';

const rows = [
  ['F2', 'F2'],
  ['F3', 'F3'],
  ['F4', 'F4'],
  ['F6', 'F6'],
  ['F7', 'F7'],
  ['F8', 'F8'],
  ['F9', 'F9'],
  ['1 – 9', 'digits'],
  ['Ctrl + Enter', 'done'],
  ['/', 'search'],
  ['?', 'sheet'],
] as const;

/** Every key of the desk on one sheet. */
export function KeySheet({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal open={isOpen} onCancel={onClose} footer={null} title={t('agent.keys.title')} width={380} closable={{ 'aria-label': t('common.close') }}>
      <dl className={styles['keys']}>
        {rows.map(([key, word]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(`agent.keys.${word}`)}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}

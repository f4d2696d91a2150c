import {
  CheckCircleFilled,
  CloseCircleFilled,
  FileTextFilled,
  QuestionCircleFilled,
  SyncOutlined,
} from '@ant-design/icons';
import styles from '@/shared/ui/state-tag.module.css';

export type VerdictKind = 'good' | 'bad' | 'open' | 'paper' | 'running';

const inks = { good: 'ready', bad: 'alarm', open: 'wrap-up', paper: 'signed-out', running: 'accent' } as const;

/** What was found, in icon, word and colour. */
export function Verdict({ kind, word }: { kind: VerdictKind; word: string }) {
  return (
    <span className={styles['tag']} style={{ color: `var(--kz-ink-${inks[kind]})` }}>
      <VerdictIcon kind={kind} />
      <span className={styles['word']}>{word}</span>
    </span>
  );
}

function VerdictIcon({ kind }: { kind: VerdictKind }) {
  switch (kind) {
    case 'good':
      return <CheckCircleFilled aria-hidden />;
    case 'bad':
      return <CloseCircleFilled aria-hidden />;
    case 'open':
      return <QuestionCircleFilled aria-hidden />;
    case 'paper':
      return <FileTextFilled aria-hidden />;
    case 'running':
      return <SyncOutlined aria-hidden />;
  }
}

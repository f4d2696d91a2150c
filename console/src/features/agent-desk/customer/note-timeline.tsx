import { useTranslation } from 'react-i18next';
import { useAgentName, useConfiguredName } from '@/shared/api/use-configuration';
import { formatTableTime } from '@/shared/format/time';
import { QuietEmpty } from '@/shared/ui/quiet-empty';
import type { CustomerNote } from '@/shared/customers/customer-schema';
import styles from '@/features/agent-desk/customer/note-timeline.module.css';

/** What went between this customer and us, newest first. */
export function NoteTimeline({ notes }: { notes: readonly CustomerNote[] }) {
  const { t } = useTranslation();
  if (notes.length === 0) {
    return <QuietEmpty title={t('agent.customer.noNotes')} hint={t('agent.customer.noNotesHint')} />;
  }
  const newestFirst = notes.toSorted((one, other) => Date.parse(other.at) - Date.parse(one.at));
  return (
    <ol className={styles['timeline']}>
      {newestFirst.map((note) => (
        <Note key={`${note.call} ${note.at}`} note={note} />
      ))}
    </ol>
  );
}

function Note({ note }: { note: CustomerNote }) {
  const { t } = useTranslation();
  const dispositionName = useConfiguredName('dispositions');
  const nameOf = useAgentName();
  return (
    <li className={styles['note']}>
      <p className={styles['head']}>
        <time dateTime={note.at}>{formatTableTime(note.at)}</time>
        {note.disposition ? <strong>{dispositionName(note.disposition)}</strong> : null}
        <span>{note.agent ? nameOf(note.agent) : null}</span>
      </p>
      <p className={note.text ? styles['text'] : styles['noText']}>{note.text ? note.text : t('agent.customer.noText')}</p>
    </li>
  );
}

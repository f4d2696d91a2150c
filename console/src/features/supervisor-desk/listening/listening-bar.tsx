import { useTranslation } from 'react-i18next';
import type { ContactView, Listener } from '@/shared/api/views';
import { useLive } from '@/shared/live/live-context';
import { Elapsed } from '@/shared/ui/elapsed';
import { modeIcons } from '@/features/supervisor-desk/listening/listener-tags';
import { ModeButtons } from '@/features/supervisor-desk/listening/mode-buttons';
import styles from '@/features/supervisor-desk/listening/listening-bar.module.css';

/** While this supervisor listens, the desk says to whom, in which mode and for how long, and changes it. */
export function ListeningBar({ user }: { user: string }) {
  const contacts = useLive((state) => state.contacts);
  const contact = [...contacts.values()].find(({ listeners }) => listeners.some((listener) => listener.user === user));
  const own = contact?.listeners.find((listener) => listener.user === user);
  return contact && own ? <Bar contact={contact} own={own} /> : null;
}

function Bar({ contact, own }: { contact: ContactView; own: Listener }) {
  const { t } = useTranslation();
  const agent = useLive((state) => (contact.agent === null ? undefined : state.agents.get(contact.agent)));
  const name = agent?.displayName ?? contact.agent ?? '';
  const isRinging = own.state === 'ringing';
  return (
    <section aria-label={t('listening.own')} className={styles['bar']} data-heard={own.mode !== 'listen' || undefined}>
      <p role="status" className={styles['words']}>
        {modeIcons[own.mode]}{' '}
        <strong>{isRinging ? t('listening.phoneRings', { name }) : t(`listening.now.${own.mode}`, { name })}</strong>{' '}
        <Elapsed since={own.since} />
      </p>
      <ModeButtons call={contact.call} mode={own.mode} isRinging={isRinging} />
    </section>
  );
}

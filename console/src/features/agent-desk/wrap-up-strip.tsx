import { App, Button, Input, type GetRef } from 'antd';
import { useEffect, useEffectEvent, useRef, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useConfiguration, useConfiguredName } from '@/shared/api/use-configuration';
import { formatDuration } from '@/shared/format/time';
import { useShortcuts, type Shortcuts } from '@/shared/keyboard/use-shortcuts';
import { useNow } from '@/shared/live/use-now';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import { useCompleteWrapUp } from '@/features/agent-desk/use-agent-actions';
import styles from '@/features/agent-desk/wrap-up-strip.module.css';

/** Saved by itself this long before the platform would end the wrap-up without it. */
const lastMomentMillis = 2_500;
const maxNoteLength = 2_000;

type NoteField = GetRef<typeof Input.TextArea>;

/** After hang-up: what came of the call by a number key, a note, done by Ctrl+Enter, before the time is up. */
export function WrapUpStrip({ call, deadline }: { call: string; deadline: string | null }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [disposition, setDisposition] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const noteField = useRef<NoteField>(null);
  const complete = useCompleteWrapUp();
  const dispositions = useConfiguration().data?.dispositions;
  const followUp = dispositions?.find(({ code }) => code === 'follow-up')?.code ?? dispositions?.[0]?.code;
  const finish = (words: string) => {
    if (disposition === null) {
      void message.warning(t('agent.wrapUp.chooseFirst'));
    } else if (!complete.isPending) {
      complete.mutate({ call, disposition, note }, { onSuccess: () => void message.success(words) });
    }
  };
  const left = useTimeLeft(deadline, () => {
    if (disposition !== null) {
      finish(t('agent.wrapUp.autoSaved'));
    } else if (note !== '' && followUp !== undefined) {
      // What was typed must not be lost: it is kept as a call that somebody should look at again.
      complete.mutate(
        { call, disposition: followUp, note },
        { onSuccess: () => void message.warning(t('agent.wrapUp.keptForFollowUp')) },
      );
    }
  });
  useShortcuts({ 'Ctrl+Enter': () => finish(t('agent.wrapUp.saved')) });
  return (
    <section className={styles['strip']} aria-label={t('agent.wrapUp.strip')}>
      <Dispositions chosen={disposition} onChoose={setDisposition} noteField={noteField} />
      <div className={styles['fields']}>
        <Input.TextArea
          ref={noteField}
          aria-label={t('agent.wrapUp.note')}
          placeholder={t('agent.wrapUp.notePlaceholder')}
          value={note}
          maxLength={maxNoteLength}
          autoSize={{ minRows: 2, maxRows: 4 }}
          onChange={(event) => setNote(event.target.value)}
        />
        <div className={styles['end']}>
          {left === null ? null : (
            <span className={styles['left']} data-short={left < 15_000 || undefined}>
              {t('agent.wrapUp.left', { left: formatDuration(left) })}
            </span>
          )}
          <Button type="primary" loading={complete.isPending} onClick={() => finish(t('agent.wrapUp.saved'))}>
            {t('agent.wrapUp.done')} <kbd>Ctrl+Enter</kbd>
          </Button>
        </div>
      </div>
      {complete.isError ? <ProblemNotice error={complete.error} title={t('agent.wrapUp.failed')} /> : null}
    </section>
  );
}

interface DispositionsProps {
  readonly chosen: string | null;
  readonly onChoose: (code: string) => void;
  readonly noteField: RefObject<NoteField | null>;
}

function Dispositions({ chosen, onChoose, noteField }: DispositionsProps) {
  const { t } = useTranslation();
  const name = useConfiguredName('dispositions');
  const dispositions = useConfiguration().data?.dispositions ?? [];
  const group = useRef<HTMLDivElement>(null);
  useEffect(() => group.current?.focus({ preventScroll: true }), []);
  const choose = (code: string) => {
    onChoose(code);
    noteField.current?.focus();
  };
  const keys: Record<string, () => void> = {};
  dispositions.forEach((entry) => {
    if (entry.key != null) {
      keys[String(entry.key)] = () => choose(entry.code);
    }
  });
  const shortcuts: Shortcuts = keys;
  useShortcuts(shortcuts);
  return (
    <div className={styles['dispositions']} role="radiogroup" aria-label={t('agent.wrapUp.disposition')} tabIndex={-1} ref={group}>
      {dispositions.map((entry) => (
        <button
          key={entry.code}
          type="button"
          role="radio"
          aria-checked={chosen === entry.code}
          className={styles['disposition']}
          onClick={() => choose(entry.code)}
        >
          {entry.key == null ? null : <kbd aria-hidden>{entry.key}</kbd>}
          <span>{name(entry.code)}</span>
        </button>
      ))}
    </div>
  );
}

/** Milliseconds left; tells once, shortly before the end. */
function useTimeLeft(deadline: string | null, onLastMoment: () => void): number | null {
  const now = useNow();
  const left = deadline === null ? null : Date.parse(deadline) - now;
  const isLastMoment = left !== null && left < lastMomentMillis;
  const tell = useEffectEvent(onLastMoment);
  useEffect(() => {
    if (isLastMoment) {
      tell();
    }
  }, [isLastMoment]);
  return left;
}

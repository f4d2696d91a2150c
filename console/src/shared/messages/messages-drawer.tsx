import { PhoneOutlined, SoundOutlined } from '@ant-design/icons';
import { App, Button, Segmented, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAgentName, useConfiguredName } from '@/shared/api/use-configuration';
import { formatTableTime } from '@/shared/format/time';
import { useCallBackMessage, useMarkMessage, useMessages, type Message } from '@/shared/messages/use-messages';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import { QuietEmpty } from '@/shared/ui/quiet-empty';
import { SideSheet } from '@/shared/ui/side-sheet';
import styles from '@/shared/messages/messages-drawer.module.css';

interface MessagesDrawerProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly canCallBack: boolean;
}

/** What callers have left, to be heard, done, and called back. */
export function MessagesDrawer({ isOpen, onClose, canCallBack }: MessagesDrawerProps) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<'open' | 'done'>('open');
  return (
    <SideSheet open={isOpen} onClose={onClose} size={480} title={t('messages.button')}>
      <Segmented
        block
        aria-label={t('messages.button')}
        value={shown}
        onChange={setShown}
        options={[
          { value: 'open', label: t('messages.open') },
          { value: 'done', label: t('messages.done') },
        ]}
      />
      <MessageList key={shown} isDone={shown === 'done'} canCallBack={canCallBack} />
    </SideSheet>
  );
}

function MessageList({ isDone, canCallBack }: { isDone: boolean; canCallBack: boolean }) {
  const { t } = useTranslation();
  const messages = useMessages(isDone);
  if (messages.isPending) {
    return <Skeleton active paragraph={{ rows: 6 }} />;
  }
  if (messages.isError) {
    return <ProblemNotice error={messages.error} onRetry={() => void messages.refetch()} />;
  }
  if (messages.data.items.length === 0) {
    const hint = isDone ? {} : { hint: t('messages.noneHint') };
    return (
      <QuietEmpty icon={<SoundOutlined aria-hidden />} title={t(isDone ? 'messages.noneDone' : 'messages.none')} {...hint} />
    );
  }
  return (
    <ol className={styles['messages']}>
      {messages.data.items.map((message) => (
        <MessageRow key={message.call} message={message} canCallBack={canCallBack} />
      ))}
    </ol>
  );
}

function MessageRow({ message, canCallBack }: { message: Message; canCallBack: boolean }) {
  const { t } = useTranslation();
  const nameOf = useAgentName();
  const { message: toast } = App.useApp();
  const queueName = useConfiguredName('queues');
  const mark = useMarkMessage();
  const callBack = useCallBackMessage();
  const number = message.number ?? t('messages.hiddenNumber');
  const isDone = message.doneAt !== null;
  const problem = mark.error ?? callBack.error;
  return (
    <li className={styles['message']}>
      <div className={styles['head']}>
        <span className={styles['who']}>
          <strong>{number}</strong>
          {message.customer ? ` · ${message.customer.name}` : null}
        </span>
        <span className={styles['soft']}>
          {queueName(message.queue)} · <time dateTime={message.leftAt}>{formatTableTime(message.leftAt)}</time> ·{' '}
          {t('messages.length', { length: message.seconds })}
        </span>
      </div>
      <audio
        className={styles['sound']}
        controls
        preload="none"
        aria-label={t('messages.play', { number })}
        src={`/api/messages/${encodeURIComponent(message.call)}/sound`}
      />
      <div className={styles['acts']}>
        {isDone ? (
          <span className={styles['soft']}>
            {t('messages.by', { by: message.doneBy === null ? '–' : nameOf(message.doneBy), at: message.doneAt === null ? '–' : formatTableTime(message.doneAt) })}
          </span>
        ) : null}
        <Button loading={mark.isPending} onClick={() => mark.mutate({ call: message.call, done: !isDone })}>
          {isDone ? t('messages.reopen') : t('messages.markDone')}
        </Button>
        {canCallBack && message.number !== null ? (
          <Button
            icon={<PhoneOutlined aria-hidden />}
            loading={callBack.isPending}
            onClick={() => callBack.mutate(message.call, { onSuccess: () => void toast.info(t('messages.calling')) })}
          >
            {t('messages.callBack')}
          </Button>
        ) : null}
      </div>
      {problem ? <ProblemNotice error={problem} title={t('messages.failed')} /> : null}
    </li>
  );
}

import { LockOutlined } from '@ant-design/icons';
import { Button, Skeleton, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallDetails } from '@/shared/calls/use-call-details';
import { formatTableDate, formatTableTime } from '@/shared/format/time';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import { HoldForm } from '@/features/auditor-desk/retention/hold-form';
import { useRetention, type Hold, type Retention } from '@/features/auditor-desk/retention/use-retention';
import desk from '@/features/auditor-desk/auditor-desk-page.module.css';
import styles from '@/features/auditor-desk/retention/call-retention.module.css';

const unrecorded = ['none', 'refused', 'not-recorded'] as const;

/** Until when a call's recordings are kept, and the holds that stop the clock. */
export function CallRetention({ call }: { call: CallDetails }) {
  const { t } = useTranslation();
  const retention = useRetention(call.id);
  const [asked, setAsked] = useState<{ hold: string | null } | null>(null);
  if (retention.isPending) {
    return <Skeleton active title={false} paragraph={{ rows: 2 }} />;
  }
  if (retention.isError) {
    return <ProblemNotice error={retention.error} onRetry={() => void retention.refetch()} />;
  }
  const { held, talks, holds } = retention.data;
  const isEmpty = talks.length === 0 && isWithoutRecording(call);
  const isGone = talks.length > 0 && talks.every((talk) => talk.destroyedAt !== null);
  return (
    <div className={styles['retention']}>
      {held ? (
        <p>
          <Tag icon={<LockOutlined aria-hidden />} color="processing">
            {t('retention.held')}
          </Tag>
          {t('retention.heldHint')}
        </p>
      ) : null}
      {talks.length === 0 ? <p className={desk['soft']}>{t(isEmpty ? 'retention.nothingEver' : 'retention.nothing')}</p> : null}
      <ul>
        {talks.map((talk, at) => (
          <li key={talk.offer}>
            <TalkClock talk={talk} number={at + 1} isAlone={talks.length === 1} isHeld={held} />
          </li>
        ))}
      </ul>
      <ul>
        {holds.map((hold) => (
          <li key={hold.id} className={styles['hold']}>
            <HoldLine hold={hold} />
            {hold.lifted === null ? (
              <Button size="small" onClick={() => setAsked({ hold: hold.id })}>
                {t('retention.lift.button')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {isGone || isEmpty || asked !== null ? null : (
        <div>
          <Button icon={<LockOutlined aria-hidden />} onClick={() => setAsked({ hold: null })}>
            {t('retention.set.button')}
          </Button>
        </div>
      )}
      {asked === null ? null : <HoldForm key={asked.hold} call={call.id} hold={asked.hold} onClose={() => setAsked(null)} />}
    </div>
  );
}

/** Nothing is stored of it, and nothing will be: a lost recording may turn up, one of a call under way is to come. */
function isWithoutRecording({ endedAt, talks, recording }: CallDetails): boolean {
  const all = talks.length > 0 ? talks : [recording];
  return endedAt !== null && all.every((talk) => unrecorded.some((state) => state === talk?.state));
}

interface TalkClockProps {
  readonly talk: Retention['talks'][number];
  readonly number: number;
  readonly isAlone: boolean;
  readonly isHeld: boolean;
}

function TalkClock({ talk, number, isAlone, isHeld }: TalkClockProps) {
  const { t } = useTranslation();
  const words =
    talk.destroyedAt !== null
      ? t('retention.destroyed', { at: formatTableTime(talk.destroyedAt) })
      : t(isHeld ? 'retention.wouldBeDue' : 'retention.due', { at: formatTableDate(talk.dueAt) });
  return (
    <>
      {isAlone ? null : <strong>{t('retention.talk', { number })} </strong>}
      {words}
      <span className={desk['soft']}>
        {' '}
        {t('retention.rule', { direction: t(`retention.directions.${talk.direction}`), days: talk.days })}
      </span>
    </>
  );
}

function HoldLine({ hold }: { hold: Hold }) {
  const { t } = useTranslation();
  const causes = ['litigation', 'complaint', 'inspection', 'police', 'incident', 'closed', 'mistake'] as const;
  const name = (code: string) => {
    const known = causes.find((cause) => cause === code);
    return known ? t(`retention.causes.${known}`) : code;
  };
  const said = ({ cause, reference, by, at }: Hold['set']) => ({ cause: name(cause), reference, by, at: formatTableTime(at) });
  return (
    <span>
      {t('retention.setBy', said(hold.set))}
      {hold.lifted === null ? null : <span className={desk['soft']}>{t('retention.liftedBy', said(hold.lifted))}</span>}
    </span>
  );
}

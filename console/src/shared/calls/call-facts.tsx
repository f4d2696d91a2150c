import { useTranslation } from 'react-i18next';
import { useAgentName, useConfiguredName } from '@/shared/api/use-configuration';
import { causes } from '@/shared/calls/causes';
import { OutcomeTag } from '@/shared/calls/outcome-tag';
import type { CallDetails } from '@/shared/calls/use-call-details';
import { formatDuration, formatPreciseClock, formatTableDate, millisBetween } from '@/shared/format/time';
import { Facts } from '@/shared/ui/facts';
import { PersonName } from '@/shared/ui/person-name';
import { SealedLook } from '@/shared/ui/sealed-look';

/** An instant with its microseconds, or a dash where nothing happened. */
export function Moment({ at }: { at: string | null }) {
  return at === null ? '–' : <time dateTime={at}>{formatPreciseClock(at)}</time>;
}

/** When the phone rang that was answered first: of a call that was handed on, the last one rang after that. */
function rangAt({ offers, ringingAt }: CallDetails): string | null {
  const answered = offers.find(({ outcome }) => outcome === 'answered');
  return answered ? answered.ringingAt : ringingAt;
}

/** The call in which the caller was called back, as was asked for. */
function CalledBack({ call: { callback } }: { call: CallDetails }) {
  const { t } = useTranslation();
  return callback === null ? (
    t('callback.none')
  ) : (
    <span>
      {callback.call} · <OutcomeTag outcome={callback.outcome} />
    </span>
  );
}

/** Each try to verify the caller: what was asked and what came of it. */
function Verified({ call: { verification } }: { call: CallDetails }) {
  const { t } = useTranslation();
  const nameOf = useAgentName();
  return (
    <>
      {verification.map(({ at, by, facts, passed }) => (
        <div key={at}>
          {t(`verification.attempt.${passed ? 'passed' : 'failed'}`, {
            facts: facts.join(', '),
            by: by === 'flow' ? t('verification.flow') : nameOf(by),
          })}
        </div>
      ))}
    </>
  );
}

/** Each move into another queue, while the call waited. */
function Moved({ call: { moves } }: { call: CallDetails }) {
  const { t } = useTranslation();
  const queueName = useConfiguredName('queues');
  return (
    <>
      {moves.map(({ at, from, to, by, cause }) => {
        const known = causes.find((one) => one === cause);
        return (
          <div key={at}>
            <Moment at={at} /> {t('calls.moved', { from: queueName(from), to: queueName(to) })} · <PersonName account={by} /> ·{' '}
            {known ? t(`supervisor.cause.${known}`) : cause}
          </div>
        );
      })}
    </>
  );
}

/** What is on record of one call. */
export function CallFacts({ call }: { call: CallDetails }) {
  const { t } = useTranslation();
  const queueName = useConfiguredName('queues');
  const dispositionName = useConfiguredName('dispositions');
  const talked = call.answeredAt && call.endedAt ? formatDuration(millisBetween(call.answeredAt, call.endedAt)) : '–';
  const customer = [call.customer?.name, call.customer?.number].filter(Boolean).join(' · ');
  return (
    <Facts
      facts={[
        [t('calls.outcome'), <OutcomeTag key="outcome" outcome={call.outcome} />],
        [t('calls.customer'), customer || t('common.unknown')],
        [t('calls.queue'), queueName(call.queue)],
        ...(call.moves.length === 0 ? [] : [[t('calls.moves'), <Moved key="moved" call={call} />] as const]),
        [t('calls.agent'), <PersonName key="agent" account={call.agent} />],
        [
          t('calls.arrived'),
          call.offeredAt ? (
            <span key="arrived">
              {formatTableDate(call.offeredAt)} <Moment at={call.offeredAt} />
            </span>
          ) : (
            '–'
          ),
        ],
        [t('calls.rangAt'), <Moment key="ringingAt" at={rangAt(call)} />],
        [t('calls.answeredAt'), <Moment key="answeredAt" at={call.answeredAt} />],
        [t('calls.endedAt'), <Moment key="endedAt" at={call.endedAt} />],
        [t('calls.talked'), talked],
        [t('calls.held'), formatDuration(call.holdMillis ?? 0)],
        ...(call.outcome === 'callback' ? [[t('callback.of'), <CalledBack key="callback" call={call} />] as const] : []),
        ...(call.askedIn === null ? [] : [[t('callback.askedIn'), call.askedIn] as const]),
        ...(call.verification.length === 0 ? [] : [[t('verification.attempts'), <Verified key="verified" call={call} />] as const]),
        [t('calls.disposition'), call.disposition ? dispositionName(call.disposition) : '–'],
        [t('calls.client'), call.client ?? '–'],
        [t('calls.pbxId'), call.pbxUniqueId ?? '–'],
        [t('calls.position'), call.journalPosition === null ? '–' : <SealedLook key="seal" position={call.journalPosition} at={call.endedAt} />],
      ]}
    />
  );
}

import { useTranslation } from 'react-i18next';
import type { Waiting } from '@/shared/calls/use-explanation';
import { formatClock } from '@/shared/format/time';
import { Facts } from '@/shared/ui/facts';
import styles from '@/shared/calls/call-explanation.module.css';

const lacks = ['busy', 'notReady', 'signedOut', 'passedOver', 'unlooked'] as const;

/** Why a call still waits: in a sentence, then what stands in its way. */
export function WaitingCard({ waiting }: { waiting: Waiting }) {
  const { t, i18n } = useTranslation();
  const { ring, rings, wishAgent, nextStepAt, overflowAt, ahead, agents } = waiting;
  const inTheWay = lacks.filter((lack) => waiting[lack] > 0).map((lack) => `${t(`calls.waiting.${lack}`)} ${String(waiting[lack])}`);
  return (
    <>
      <div className={styles['decisionHead']}>
        <strong>{t('calls.waiting.title')}</strong>
      </div>
      <p className={styles['sentence']}>{i18n.resolvedLanguage === 'en' ? waiting.sentence.en : waiting.sentence.zh}</p>
      <Facts
        facts={[
          wishAgent ? [t('calls.waiting.onlyFor'), wishAgent] : [t('calls.waiting.ring'), t('calls.waiting.ringOf', { ring, rings })],
          [t('calls.waiting.ahead'), ahead],
          [t('calls.waiting.agents'), [String(agents), inTheWay.join(' · ')].filter(Boolean).join(' – ')],
          ...(nextStepAt ? [[t(wishAgent ? 'calls.waiting.wishUntil' : 'calls.waiting.nextStepAt'), formatClock(nextStepAt)] as const] : []),
          [t('calls.waiting.overflowAt'), formatClock(overflowAt)],
        ]}
      />
    </>
  );
}

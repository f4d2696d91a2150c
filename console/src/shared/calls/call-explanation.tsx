import { Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { OfferOutcomeTag } from '@/shared/calls/outcome-tag';
import { useExplanation, type Decision } from '@/shared/calls/use-explanation';
import { WaitingCard } from '@/shared/calls/waiting-card';
import { formatPreciseClock } from '@/shared/format/time';
import { Facts } from '@/shared/ui/facts';
import { PersonName } from '@/shared/ui/person-name';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import { SealedLook } from '@/shared/ui/sealed-look';
import styles from '@/shared/calls/call-explanation.module.css';

/** Each decision in a sentence, with what it was taken from and where it stands; and why the call still waits. */
export function CallExplanation({ id }: { id: string }) {
  const { t } = useTranslation();
  const explanation = useExplanation(id);
  if (explanation.isPending) {
    return <Skeleton active title={false} paragraph={{ rows: 3 }} />;
  }
  if (explanation.isError) {
    return <ProblemNotice error={explanation.error} onRetry={() => void explanation.refetch()} />;
  }
  const { decisions, waiting } = explanation.data;
  if (decisions.length === 0 && !waiting) {
    return <p className={styles['soft']}>{t('calls.noDecision')}</p>;
  }
  return (
    <ol className={styles['decisions']}>
      {decisions.map((decision, index) => (
        <DecisionCard key={decision.offer ?? String(index)} decision={decision} number={index + 1} />
      ))}
      {waiting ? (
        <li className={styles['decision']}>
          <WaitingCard waiting={waiting} />
        </li>
      ) : null}
    </ol>
  );
}

function DecisionCard({ decision, number }: { decision: Decision; number: number }) {
  const { t, i18n } = useTranslation();
  const sentence = i18n.resolvedLanguage === 'en' ? decision.sentence?.en : decision.sentence?.zh;
  return (
    <li className={styles['decision']}>
      <div className={styles['decisionHead']}>
        <strong>{t('calls.decision', { n: number })}</strong>
        {decision.at ? <time dateTime={decision.at}>{formatPreciseClock(decision.at)}</time> : null}
        {decision.outcome ? <OfferOutcomeTag outcome={codeOf(decision.outcome)} /> : null}
        {decision.journalPosition == null ? <span /> : <SealedLook position={decision.journalPosition} at={decision.at ?? null} />}
      </div>
      {sentence ? <p className={styles['sentence']}>{sentence}</p> : null}
      <DecisionFacts decision={decision} />
    </li>
  );
}

const codeOf = (word: string) => word.toLowerCase().replaceAll('_', '-');

/** Rules and reasons in words where this console knows them, else as the platform names them. */
function useWords() {
  const { t } = useTranslation();
  return {
    rule: (rule: string) => {
      const code = codeOf(rule);
      return t(`calls.rules.${code}`, { defaultValue: rule });
    },
    lost: (reason: string) => t(`calls.lost.${codeOf(reason)}`, { defaultValue: reason }),
  };
}

function DecisionFacts({ decision }: { decision: Decision }) {
  const { t } = useTranslation();
  const words = useWords();
  const lostBecause = decision.lostBecause && codeOf(decision.lostBecause) !== 'none' ? decision.lostBecause : null;
  const rule = decision.rule ? words.rule(decision.rule) : '';
  // A transfer and a supervisor's choice ask for no ring.
  const ring = decision.ring == null || Number(decision.ring) === 0 ? '' : t('calls.ring', { ring: decision.ring });
  const requirement = decision.requirement.map(({ skill, level }) => t('calls.requires', { skill, level })).join(', ');
  const candidates = decision.candidates == null ? '' : t('calls.candidates', { count: decision.candidates });
  return (
    <Facts
      facts={[
        [t('calls.winner'), <PersonName key="winner" account={decision.winner} />],
        [t('calls.runnerUp'), decision.runnerUp ? <PersonName key="runnerUp" account={decision.runnerUp} /> : t('calls.noRunnerUp')],
        ...(lostBecause ? [[t('calls.lostBecause'), words.lost(lostBecause)] as const] : []),
        ...(requirement ? [[t('calls.requirement'), requirement] as const] : []),
        [t('calls.rule'), [rule, ring, candidates].filter(Boolean).join(' · ')],
      ]}
    />
  );
}

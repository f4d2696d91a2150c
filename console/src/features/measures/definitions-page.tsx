import { Skeleton } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { useSaid } from '@/shared/api/said';
import type { Me } from '@/shared/session/me';
import { AccountMenu } from '@/shared/ui/account-menu';
import { DeskNav } from '@/shared/ui/desk-nav';
import { Facts } from '@/shared/ui/facts';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import { QuietEmpty } from '@/shared/ui/quiet-empty';
import { TopBar } from '@/shared/ui/top-bar';
import { scopes, useDefinitions, type Definition } from '@/features/measures/use-definitions';
import styles from '@/features/measures/measures.module.css';

/** What each figure means, by formula; an address with a figure's id leads straight to it. */
export function DefinitionsPage({ me }: { me: Me }) {
  const { t } = useTranslation();
  const definitions = useDefinitions();
  const asked = decodeURIComponent(useLocation().hash.slice(1));
  useEffect(() => {
    if (asked !== '' && definitions.data) {
      document.getElementById(asked)?.scrollIntoView({ block: 'center' });
    }
  }, [asked, definitions.data]);
  return (
    <div className={styles['page']}>
      <TopBar title={t(me.role === 'auditor' ? 'auditor.title' : 'supervisor.title')} end={<AccountMenu me={me} />}>
        <DeskNav role={me.role} />
      </TopBar>
      <main className={styles['main']}>
        <div className={styles['tools']}>
          <div>
            <h2 className={styles['heading']}>{t('measures.definitions')}</h2>
            <p className={styles['soft']}>{t('measures.definitionsHint')}</p>
          </div>
          <Link to="/measures" className={styles['far'] ?? ''}>
            {t('measures.back')}
          </Link>
        </div>
        {definitions.isPending ? <Skeleton active paragraph={{ rows: 12 }} /> : null}
        {definitions.isError ? <ProblemNotice error={definitions.error} onRetry={() => void definitions.refetch()} /> : null}
        {definitions.data?.length === 0 ? <QuietEmpty title={t('measures.noDefinitions')} /> : null}
        {scopes.map((scope) => {
          const own = definitions.data?.filter(({ of }) => of === scope) ?? [];
          return own.length === 0 ? null : (
            <section key={scope} aria-label={t(`measures.of.${scope}`)}>
              <h3 className={styles['scope']}>{t(`measures.of.${scope}`)}</h3>
              <div className={styles['definitions']}>
                {own.map((definition) => (
                  <DefinitionCard key={definition.id} definition={definition} isAsked={definition.id === asked} />
                ))}
              </div>
            </section>
          );
        })}
      </main>
    </div>
  );
}

const units = ['calls', 'seconds', 'share', 'agreement', 'flag'] as const;

function DefinitionCard({ definition, isAsked }: { definition: Definition; isAsked: boolean }) {
  const { t } = useTranslation();
  const said = useSaid();
  const unit = units.find((candidate) => candidate === definition.unit);
  return (
    <article id={definition.id} className={styles['definition']} data-asked={isAsked || undefined} aria-current={isAsked || undefined}>
      <h4>
        {said(definition.name)} <code>{definition.id}</code>
      </h4>
      <Facts
        facts={[
          [t('measures.formula'), <span key="formula" className={styles['formula']}>{said(definition.formula)}</span>],
          [t('measures.unit'), unit ? t(`measures.units.${unit}`) : definition.unit],
          [t('measures.source'), said(definition.source)],
          ...(definition.prometheus === null ? [] : [[t('measures.prometheus'), <code key="prometheus">{definition.prometheus}</code>] as const]),
        ]}
      />
    </article>
  );
}

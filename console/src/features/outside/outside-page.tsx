import { useTranslation } from 'react-i18next';
import { Navigate, NavLink, useParams } from 'react-router';
import { CalendarNotice } from '@/shared/calendar/calendar-notice';
import { NumberLimitNotice } from '@/shared/outside/number-limit-notice';
import { deskOf, type Me } from '@/shared/session/me';
import { AccountMenu } from '@/shared/ui/account-menu';
import { DeskNav } from '@/shared/ui/desk-nav';
import { TopBar } from '@/shared/ui/top-bar';
import { ConsentsPart } from '@/features/outside/consents/consents-part';
import { DecisionsPart } from '@/features/outside/decisions/decisions-part';
import { MobilesPart } from '@/features/outside/mobiles/mobiles-part';
import { NumbersPart } from '@/features/outside/numbers/numbers-part';
import { ParametersPart } from '@/features/outside/parameters/parameters-part';
import { RefusalsPart } from '@/features/outside/refusals/refusals-part';
import { TransferNumbersPart } from '@/features/outside/transfer-numbers/transfer-numbers-part';
import { TrunksPart } from '@/features/outside/trunks/trunks-part';
import nav from '@/shared/ui/desk-nav.module.css';
import styles from '@/features/outside/outside-page.module.css';

const parts = [
  ['trunks', 'trunk:read'],
  ['numbers', 'number:read'],
  ['numbers', 'gate:approve'],
  ['decisions', 'gate:read'],
  ['consents', 'consent:read'],
  ['do-not-call', 'do-not-call:add'],
  ['do-not-call', 'do-not-call:read'],
  ['transfer-numbers', 'outside-number:read'],
  ['mobiles', 'agent-mobile:set'],
  ['parameters', 'gate:read'],
  ['parameters', 'gate:propose'],
  ['parameters', 'gate:approve'],
] as const;

/**
 * All about calls to the outside: the lines, our numbers, what the gate decided and by which rules, who agreed, who does not
 * want calls, and to whom they may be handed.
 */
export function OutsidePage({ me }: { me: Me }) {
  const { t } = useTranslation();
  const { part } = useParams();
  const open = [...new Set(parts.filter(([, policy]) => me.policies.includes(policy)).map(([name]) => name))];
  const shown = open.find((name) => name === part);
  const first = open[0];
  if (shown === undefined) {
    return <Navigate to={first === undefined ? deskOf(me.role) : `/outside/${first}`} replace />;
  }
  const may = (policy: string) => me.policies.includes(policy);
  return (
    <div className={styles['page']}>
      <TopBar title={t('outside.title')} end={<AccountMenu me={me} />}>
        <DeskNav role={me.role} />
      </TopBar>
      <main className={styles['main']}>
        <nav aria-label={t('outside.parts')} className={`${nav['nav'] ?? ''} ${styles['parts'] ?? ''}`}>
          {open.map((name) => (
            <NavLink key={name} to={`/outside/${name}`} className={nav['page'] ?? ''}>
              {t(`outside.part.${name}`)}
            </NavLink>
          ))}
        </nav>
        {may('number:read') ? <NumberLimitNotice /> : null}
        {may('configuration:read') ? <CalendarNotice /> : null}
        {shown === 'trunks' ? <TrunksPart mayImport={may('trunk:import')} /> : null}
        {shown === 'numbers' ? <NumbersPart mayManage={may('number:manage')} mayApprove={may('gate:approve')} /> : null}
        {shown === 'decisions' ? <DecisionsPart /> : null}
        {shown === 'consents' ? <ConsentsPart mayRecord={may('consent:record')} /> : null}
        {shown === 'transfer-numbers' ? <TransferNumbersPart mayManage={may('outside-number:manage')} /> : null}
        {shown === 'mobiles' ? <MobilesPart /> : null}
        {shown === 'parameters' ? <ParametersPart mayPropose={may('gate:propose')} mayApprove={may('gate:approve')} /> : null}
        {shown === 'do-not-call' ? (
          <RefusalsPart mayRead={may('do-not-call:read')} mayAdd={may('do-not-call:add')} mayReverse={may('do-not-call:reverse')} />
        ) : null}
      </main>
    </div>
  );
}

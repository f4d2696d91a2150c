import { DownOutlined, LoadingOutlined } from '@ant-design/icons';
import { Dropdown, Tooltip, type MenuProps } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useConfiguredName } from '@/shared/api/use-configuration';
import type { AgentState, AgentView } from '@/shared/api/views';
import { useShortcuts } from '@/shared/keyboard/use-shortcuts';
import { useLive } from '@/shared/live/live-context';
import { Elapsed } from '@/shared/ui/elapsed';
import { StateIcon } from '@/shared/ui/state-icon';
import { useStateChoice } from '@/features/agent-desk/top/use-state-choice';
import styles from '@/features/agent-desk/top/own-state.module.css';

/** The agent's own state, the biggest coloured thing on the screen; a click or F9 changes it. */
export function OwnState() {
  const { t } = useTranslation();
  const { me, reasons, choose, toggle, isPending } = useStateChoice();
  const reasonName = useConfiguredName('reasons');
  const isOpen = useLive((state) => state.connection === 'open');
  const [isMenuOpen, setMenuOpen] = useState(false);
  useShortcuts({ F9: isOpen && !isPending ? toggle : undefined });
  if (me === null) {
    return <div className={styles['waiting']} aria-busy />;
  }
  const items: MenuProps['items'] = [
    { key: 'ready', label: t('agent.goReady'), icon: <MenuIcon state="ready" /> },
    { type: 'divider' },
    {
      type: 'group',
      key: 'reasons',
      label: t('agent.chooseReason'),
      children: reasons.map((reason) => ({
        key: `reason:${reason.code}`,
        label: reasonName(reason.code),
        icon: <MenuIcon state="not-ready" />,
      })),
    },
  ];
  const pick: NonNullable<MenuProps['onClick']> = ({ key }) =>
    choose(key === 'ready' ? { state: 'ready' } : { state: 'not-ready', reason: key.replace('reason:', '') });
  return (
    <Dropdown menu={{ items, onClick: pick }} trigger={['click']} disabled={!isOpen} onOpenChange={setMenuOpen}>
      <Tooltip title={isMenuOpen ? '' : isOpen ? t('agent.stateKey') : t('common.connection.disabled')} placement="bottom" mouseEnterDelay={0.5}>
        <button
          type="button"
          className={styles['state']}
          data-state={me.state}
          disabled={!isOpen}
          aria-haspopup="menu"
          aria-expanded={isMenuOpen}
          aria-label={t('agent.changeState')}
          aria-describedby="own-state"
        >
          <span className={styles['icon']}>{isPending ? <LoadingOutlined aria-hidden /> : <StateIcon state={iconOf(me)} />}</span>
          <span id="own-state" className={styles['words']}>
            <StateWords me={me} />
          </span>
          <DownOutlined aria-hidden className={styles['arrow']} />
        </button>
      </Tooltip>
    </Dropdown>
  );
}

/** The menu lays its own class on an icon, which has to reach an element. */
function MenuIcon({ state, className }: { state: AgentState; className?: string }) {
  return (
    <span className={className} style={{ color: `var(--kz-ink-${state})` }}>
      <StateIcon state={state} />
    </span>
  );
}

function iconOf(me: AgentView) {
  return holds(me) ? 'held' : me.state;
}

function StateWords({ me }: { me: AgentView }) {
  const { t } = useTranslation();
  const reasonName = useConfiguredName('reasons');
  const isHeld = holds(me);
  const word = isHeld ? t('common.state.held') : t(`common.state.${me.state}`);
  const more = moreOf(me, reasonName, t('agent.afterCall'));
  return (
    <>
      <span className={styles['first']}>
        <span>{word}</span> <Elapsed since={me.since} />
      </span>
      {more ? <span className={styles['second']}>{more}</span> : null}
    </>
  );
}

/** The reason for not being ready, or what comes after the call. */
function moreOf(me: AgentView, reasonName: (code: string) => string, afterCall: string): string | null {
  if (me.nextState === 'not-ready') {
    return me.reason ? `${afterCall} · ${reasonName(me.reason)}` : afterCall;
  }
  return me.state === 'not-ready' && me.reason ? reasonName(me.reason) : null;
}

/** Whether nobody is talked with: while a colleague is asked, the caller's hearing music is no hold. */
function holds(me: AgentView): boolean {
  return me.state === 'talking' && me.held && me.consultation === null;
}

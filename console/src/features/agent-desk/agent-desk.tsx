import { QuestionCircleOutlined, SolutionOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcuts } from '@/shared/keyboard/use-shortcuts';
import { useLive } from '@/shared/live/live-context';
import { EmergencyBanner } from '@/shared/live/emergency-banner';
import { SignedOutDialog } from '@/shared/live/signed-out-dialog';
import { useLiveEmergency } from '@/shared/live/use-emergency';
import { MessagesButton } from '@/shared/messages/messages-button';
import type { Me } from '@/shared/session/me';
import { AccountMenu } from '@/shared/ui/account-menu';
import { ConnectionBar } from '@/shared/ui/connection-bar';
import { TopBar } from '@/shared/ui/top-bar';
import { AppointmentsPanel } from '@/features/agent-desk/appointments/appointments-panel';
import { CallPanel } from '@/features/agent-desk/call/call-panel';
import { useCallKeys } from '@/features/agent-desk/call/use-call-keys';
import { useRingingSign } from '@/features/agent-desk/call/use-ringing-sign';
import { ColleagueDialog } from '@/features/agent-desk/colleague/colleague-dialog';
import { useColleagueCall } from '@/features/agent-desk/colleague/use-colleague-call';
import { useOutsideResult } from '@/features/agent-desk/consultation/use-outside-result';
import { CustomerColumn } from '@/features/agent-desk/customer/customer-column';
import { CustomerSearch, type SearchHandle } from '@/features/agent-desk/customer/customer-search';
import type { Customer } from '@/shared/customers/customer-schema';
import { HistoryColumn } from '@/features/agent-desk/history-column';
import { KeySheet } from '@/features/agent-desk/key-sheet';
import { PhoneMenu } from '@/features/agent-desk/phone-menu';
import { isInCall, useSoftphoneState } from '@/shared/softphone/softphone-context';
import { NoticeBanner } from '@/features/agent-desk/notice/notice-banner';
import { MyDay } from '@/features/agent-desk/top/my-day';
import { OwnState } from '@/features/agent-desk/top/own-state';
import { QueueGlance } from '@/features/agent-desk/top/queue-glance';
import { TransferDialog } from '@/features/agent-desk/transfer/transfer-dialog';
import { useCallScene, useEndsByPlatform } from '@/features/agent-desk/use-call-scene';
import { useDefaultDevice } from '@/shared/softphone/use-default-device';
import { useShownFrame } from '@/features/agent-desk/use-shown-frame';
import { WrapUpStrip } from '@/features/agent-desk/wrap-up-strip';
import appointments from '@/features/agent-desk/appointments/appointments.module.css';
import styles from '@/features/agent-desk/agent-desk.module.css';

/** One call, one screen: everything stays where it is while the call goes through its scenes. */
export function AgentDesk({ me }: { me: Me }) {
  const { t } = useTranslation();
  const scene = useCallScene();
  const inCall = useSoftphoneState(isInCall);
  const emergency = useLiveEmergency();
  const isStale = useLive((state) => state.connection !== 'open');
  const search = useRef<SearchHandle>(null);
  const [found, setFound] = useState<readonly Customer[] | null>(null);
  const [isSheetOpen, setSheetOpen] = useState(false);
  useEndsByPlatform();
  useDefaultDevice();
  useShownFrame(scene);
  useRingingSign(scene);
  useColleagueCall(scene);
  useOutsideResult(scene);
  const [isColleagueOpen, setColleagueOpen] = useState(false);
  const [transferred, setTransferred] = useState<string | null>(null);
  const talk = scene.kind === 'talking' && scene.consultation === null ? scene.call : null;
  const openTransfer = () => setTransferred(talk);
  const mayBegin = useLive((state) => state.me?.device.kind !== 'mobile');
  const callColleague = () => setColleagueOpen(mayBegin);
  useCallKeys(scene, openTransfer, callColleague);
  useShortcuts({ '?': () => setSheetOpen(true), '/': () => search.current?.focus() });
  return (
    <div className={styles['desk']}>
      <TopBar
        title={t('agent.title')}
        isTitleShown={false}
        end={
          <>
            <MessagesButton canCallBack />
            <PhoneMenu />
            <Tooltip title={t('nav.outside')}>
              <Button type="text" aria-label={t('nav.outside')} icon={<SolutionOutlined />} href="/outside" target="_blank" rel="noreferrer" />
            </Tooltip>
            <Tooltip title={`${t('agent.shortcuts')} ?`}>
              <Button
                type="text"
                aria-label={t('agent.shortcuts')}
                icon={<QuestionCircleOutlined />}
                onClick={() => setSheetOpen(true)}
              />
            </Tooltip>
            <AccountMenu me={me} staysBecause={inCall ? t('common.account.signOutInCall') : undefined} />
          </>
        }
      >
        <OwnState />
        <QueueGlance />
        <MyDay />
        <CustomerSearch ref={search} onFound={setFound} />
      </TopBar>
      <ConnectionBar inCall={inCall} />
      <EmergencyBanner emergency={emergency} />
      <NoticeBanner />
      <main className={styles['main']}>
        <CallPanel scene={scene} user={me.user} onTransfer={openTransfer} onCallColleague={callColleague} />
        <CustomerColumn scene={scene} found={found} onBack={() => setFound(null)} isStale={isStale} />
        <div className={appointments['column']}>
          <AppointmentsPanel call={scene.kind === 'talking' || scene.kind === 'wrap-up' ? scene.call : null} />
          <HistoryColumn user={me.user} />
        </div>
        {scene.kind === 'wrap-up' ? <WrapUpStrip key={scene.call} call={scene.call} deadline={scene.deadline} /> : null}
      </main>
      {talk === null ? null : (
        <TransferDialog key={talk} call={talk} isOpen={transferred === talk} onClose={() => setTransferred(null)} />
      )}
      <ColleagueDialog isOpen={isColleagueOpen && scene.kind === 'idle'} onClose={() => setColleagueOpen(false)} />
      <KeySheet isOpen={isSheetOpen} onClose={() => setSheetOpen(false)} />
      <SignedOutDialog user={me.user} inCall={inCall} />
    </div>
  );
}

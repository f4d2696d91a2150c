import { DisconnectOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { formatDuration } from '@/shared/format/time';
import { useLive } from '@/shared/live/live-context';
import { useNow } from '@/shared/live/use-now';
import styles from '@/shared/ui/connection-bar.module.css';

/** A thin bar while the platform is not heard, with the age of what is on the screen. */
export function ConnectionBar({ inCall = false }: { inCall?: boolean }) {
  const connection = useLive((state) => state.connection);
  return (
    <div role="status" className={connection === 'reconnecting' ? styles['bar'] : styles['away']}>
      {connection === 'reconnecting' ? <Words inCall={inCall} /> : null}
    </div>
  );
}

function Words({ inCall }: { inCall: boolean }) {
  const { t } = useTranslation();
  const heardAt = useLive((state) => state.heardAt);
  const offset = useLive((state) => state.clockOffset);
  const now = useNow();
  const age = formatDuration(now - offset - heardAt);
  return (
    <>
      <DisconnectOutlined aria-hidden />
      <strong>{t('common.connection.reconnecting')}</strong>
      {inCall ? <span>{t('common.connection.callGoesOn')}</span> : null}
      {heardAt > 0 ? <span className="kz-figures">{t('common.connection.age', { age })}</span> : null}
    </>
  );
}

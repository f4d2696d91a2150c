import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLive } from '@/shared/live/live-context';
import { useChangeDevice } from '@/shared/softphone/use-default-device';

/** Whose phone was a SIP phone makes this browser the phone instead. */
export function DeviceSwitch() {
  const { t } = useTranslation();
  const isSip = useLive((state) => state.me?.device.kind === 'sip');
  const { mutate, isPending } = useChangeDevice();
  return isSip ? (
    <Button type="text" loading={isPending} onClick={() => mutate({ browser: true })}>
      {t('ownCall.useBrowser')}
    </Button>
  ) : null;
}

import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSoftphone, useSoftphoneState } from '@/shared/softphone/softphone-context';

/** A microphone that does not work, in the words of the person who sits before it. */
export function MicrophoneNotice() {
  const { t } = useTranslation();
  const softphone = useSoftphone();
  const problem = useSoftphoneState((state) => state.microphone);
  if (problem === null) {
    return null;
  }
  return (
    <Alert
      type="error"
      role="alert"
      title={t(`phone.problem.${problem}`)}
      description={
        <>
          <p>{t(`phone.problem.${problem}Hint`)}</p>
          <Button size="small" style={{ marginTop: 8 }} onClick={() => void softphone.checkMicrophone()}>
            {t('common.retry')}
          </Button>
        </>
      }
    />
  );
}

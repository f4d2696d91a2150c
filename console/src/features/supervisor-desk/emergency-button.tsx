import { AlertOutlined } from '@ant-design/icons';
import { Alert, Button, Input, Modal, Radio, Select, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatTableDate } from '@/shared/format/time';
import { useEmergency, type Emergency } from '@/features/supervisor-desk/use-emergency';
import { emergencyCauses, useTurnEmergency, type EmergencyCause } from '@/features/supervisor-desk/use-turn-emergency';

const modes = ['off', 'notice', 'closed'] as const;
const longestText = 200;

/** The emergency switch: how it stands, and one dialog in which it is turned. */
export function EmergencyButton() {
  const { t } = useTranslation();
  const { data } = useEmergency();
  const [isOpen, setOpen] = useState(false);
  if (!data) {
    return null;
  }
  return (
    <>
      <Button danger={data.mode !== 'off'} icon={<AlertOutlined aria-hidden />} onClick={() => setOpen(true)}>
        {t(`emergency.button.${data.mode}`)}
      </Button>
      {isOpen ? <EmergencyDialog now={data} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function EmergencyDialog({ now, onClose }: { now: Emergency; onClose: () => void }) {
  const { t } = useTranslation();
  const [mode, setMode] = useState<Emergency['mode']>(now.mode === 'off' ? 'notice' : 'off');
  const [cause, setCause] = useState<EmergencyCause>(now.mode === 'off' ? 'weather' : 'over');
  const [text, setText] = useState('');
  const { mutate, isPending } = useTurnEmergency(onClose);
  return (
    <Modal
      open
      title={t('emergency.title')}
      onCancel={onClose}
      cancelText={t('common.close')}
      okText={t(`emergency.turn.${mode}`)}
      okButtonProps={{ danger: mode !== 'off', loading: isPending }}
      onOk={() => mutate({ mode, cause, text: mode === 'off' ? '' : text })}
    >
      <Space orientation="vertical" size="middle" style={{ width: '100%' }}>
        <Standing now={now} />
        <Radio.Group
          aria-label={t('emergency.mode')}
          value={mode}
          onChange={(event) => setMode(modes.find((code) => code === event.target.value) ?? 'off')}
          options={modes.map((code) => ({ value: code, label: t(`emergency.choice.${code}`) }))}
        />
        <Select
          aria-label={t('emergency.cause')}
          value={cause}
          onChange={setCause}
          prefix={t('emergency.cause')}
          style={{ width: '100%' }}
          options={emergencyCauses.map((code) => ({ value: code, label: t(`emergency.causes.${code}`) }))}
        />
        {mode === 'off' ? null : (
          <Input.TextArea
            aria-label={t('emergency.text')}
            placeholder={t('emergency.textHint')}
            value={text}
            maxLength={longestText}
            showCount
            rows={3}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Space>
    </Modal>
  );
}

function Standing({ now }: { now: Emergency }) {
  const { t } = useTranslation();
  if (now.mode === 'off') {
    return <p>{t('emergency.isOff')}</p>;
  }
  const at = now.since === null ? '' : formatTableDate(now.since);
  return (
    <Alert
      type="warning"
      showIcon
      title={t(`emergency.is.${now.mode}`, { by: now.by ?? '', at })}
      description={now.text ?? t('emergency.shippedText')}
    />
  );
}

import { Alert, Flex, Form, Input, Modal, Radio, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmergencyFigures } from '@/shared/emergencies/emergency-figures';
import { useLastEmergency } from '@/shared/emergencies/use-emergencies';
import { formatTableTime } from '@/shared/format/time';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import { useAgentName } from '@/shared/api/use-configuration';
import { emergencyCauses, type Emergency, type EmergencyCause } from '@/shared/api/views';
import { useEmergency } from '@/features/supervisor-desk/use-emergency';
import { useTurnEmergency } from '@/features/supervisor-desk/use-turn-emergency';

const modes = ['off', 'notice', 'closed'] as const;
const longestText = 200;

/** The emergency switch is turned here: what it is to do, why, and what callers hear. */
export function EmergencyDialog({ onClose }: { onClose: () => void }) {
  const now = useEmergency();
  return now ? <Dialog key={now.since} now={now} onClose={onClose} /> : null;
}

function Dialog({ now, onClose }: { now: Emergency; onClose: () => void }) {
  const { t } = useTranslation();
  const isOn = now.mode !== 'off';
  const [mode, setMode] = useState<Emergency['mode']>(isOn ? 'off' : 'notice');
  const [cause, setCause] = useState<EmergencyCause>(isOn ? 'over' : 'weather');
  const [text, setText] = useState('');
  const [textEn, setTextEn] = useState('');
  const turn = useTurnEmergency(onClose);
  const choose = (chosen: Emergency['mode']) => {
    setMode(chosen);
    setCause(chosen === 'off' ? 'over' : cause === 'over' ? 'weather' : cause);
  };
  return (
    <Modal
      open
      title={t('emergency.title')}
      onCancel={onClose}
      closable={{ 'aria-label': t('common.close') }}
      cancelText={t('common.cancel')}
      okText={t(`emergency.turn.${mode}`)}
      okButtonProps={{ danger: mode !== 'off', loading: turn.isPending }}
      onOk={() => turn.mutate({ mode, cause, ...(mode === 'off' ? { text: '', textEn: '' } : { text, textEn }) })}
    >
      <Flex vertical gap={16}>
        <Standing now={now} />
        <Radio.Group
          vertical
          aria-label={t('emergency.mode')}
          value={mode}
          onChange={(event) => choose(modes.find((code) => code === event.target.value) ?? 'off')}
          options={modes.filter((code) => isOn || code !== 'off').map((code) => ({ value: code, label: t(`emergency.choice.${code}`) }))}
        />
        <Form layout="vertical" component={false}>
          <Form.Item label={t('emergency.cause')} htmlFor="emergency-cause" style={{ marginBottom: 12 }}>
            <Select
              id="emergency-cause"
              aria-label={t('emergency.cause')}
              value={cause}
              onChange={setCause}
              options={emergencyCauses.map((code) => ({ value: code, label: t(`emergency.causes.${code}`) }))}
            />
          </Form.Item>
          {mode === 'off' ? null : (
            <>
              <Words name="text" text={text} onChange={setText} />
              <Words name="textEn" text={textEn} onChange={setTextEn} />
            </>
          )}
        </Form>
        {turn.isError ? <ProblemNotice error={turn.error} title={t('emergency.failed')} /> : null}
      </Flex>
    </Modal>
  );
}

/** The field shows its count at the right, in the hint's first line. */
const besideTheCount = { display: 'block', paddingRight: 72 };

/** What is said stands on one line: it is spoken, and a line break says nothing. */
function Words({ name, text, onChange }: { name: 'text' | 'textEn'; text: string; onChange: (text: string) => void }) {
  const { t } = useTranslation();
  return (
    <Form.Item
      label={t(`emergency.${name}`)}
      htmlFor={`emergency-${name}`}
      extra={<span style={besideTheCount}>{t(`emergency.${name}Hint`)}</span>}
      style={{ marginBottom: 8 }}
    >
      <Input.TextArea
        id={`emergency-${name}`}
        value={text}
        maxLength={longestText}
        showCount
        rows={2}
        onChange={(event) => onChange(event.target.value.replaceAll(/\s*\n\s*/g, ' '))}
      />
    </Form.Item>
  );
}

function Standing({ now }: { now: Emergency }) {
  const { t } = useTranslation();
  const nameOf = useAgentName();
  if (now.mode === 'off') {
    return (
      <div>
        <p>{t('emergency.isOff')}</p>
        <Figures isRunning={false} />
      </div>
    );
  }
  const at = now.since === null ? '' : formatTableTime(now.since);
  const words = [now.text, now.textEn].filter(Boolean);
  return (
    <Alert
      type="warning"
      showIcon
      title={t(`emergency.is.${now.mode}`, { by: now.by === null ? '' : nameOf(now.by), at })}
      description={
        <>
          {words.length === 0 ? <p>{t('emergency.shippedText')}</p> : words.map((text) => <p key={text}>{text}</p>)}
          <Figures isRunning />
        </>
      }
    />
  );
}

/** Whom the running emergency has met so far, or the last one met; nothing where it cannot be read, which stops nobody. */
function Figures({ isRunning }: { isRunning: boolean }) {
  const { t } = useTranslation();
  const { data: last } = useLastEmergency();
  if (!last || (last.until === null) !== isRunning) {
    return null;
  }
  return (
    <p>
      {isRunning ? null : t('emergency.last', { mode: t(`emergency.list.mode.${last.mode}`), since: formatTableTime(last.since), until: formatTableTime(last.until ?? last.since) })}
      <EmergencyFigures run={last} />
    </p>
  );
}

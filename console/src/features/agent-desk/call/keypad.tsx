import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import { usePressKey } from '@/features/agent-desk/call/use-press-keys';
import styles from '@/features/agent-desk/call/keypad.module.css';

const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'];

/** Keys for the machine at the other end. What was pressed stays readable while the keypad is open, and nowhere else. */
export function Keypad({ call }: { call: string }) {
  const { t } = useTranslation();
  const pressed = usePressKey(call);
  const [sent, setSent] = useState('');
  const press = (key: string) => {
    pressed.mutate(key);
    setSent((before) => (before + key).slice(-20));
  };
  return (
    <div className={styles['keypad']} role="group" aria-label={t('agent.call.keypad')}>
      <output className={styles['sent']}>{sent}</output>
      {keys.map((key) => (
        <Button key={key} aria-label={t('agent.call.tone', { tone: key })} onClick={() => press(key)}>
          {key}
        </Button>
      ))}
      {pressed.isError ? <ProblemNotice error={pressed.error} title={t('agent.call.notPressed')} /> : null}
    </div>
  );
}

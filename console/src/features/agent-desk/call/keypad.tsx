import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from '@/features/agent-desk/call/keypad.module.css';

const tones = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'];

/** Tones for the machine at the other end. What was sent stays readable. */
export function Keypad({ onTone }: { onTone: (tone: string) => void }) {
  const { t } = useTranslation();
  const [sent, setSent] = useState('');
  const press = (tone: string) => {
    onTone(tone);
    setSent((before) => (before + tone).slice(-20));
  };
  return (
    <div className={styles['keypad']} role="group" aria-label={t('agent.call.keypad')}>
      <output className={styles['sent']}>{sent}</output>
      {tones.map((tone) => (
        <Button key={tone} aria-label={t('agent.call.tone', { tone })} onClick={() => press(tone)}>
          {tone}
        </Button>
      ))}
    </div>
  );
}

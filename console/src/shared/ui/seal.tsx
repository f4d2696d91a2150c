import { SafetyCertificateFilled } from '@ant-design/icons';
import { App, Button, Popover } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from '@/shared/ui/sealed-look.module.css';

export interface SealProps {
  /** What kind of proof it is; heard before the words on the seal. */
  readonly label: string;
  /** The words on the seal. */
  readonly words: string;
  /** What the proof says, and how far it goes. */
  readonly hint: string;
  readonly facts: readonly (readonly [label: string, value: ReactNode])[];
  readonly copy: { readonly label: string; readonly value: string };
}

/** Evidence looks the same wherever it appears: a seal; behind it hash or place, time, and how it is checked. */
export function Seal(props: SealProps) {
  const { label, words } = props;
  return (
    <Popover trigger="click" content={<Sealed {...props} />}>
      <button type="button" className={styles['seal']} aria-label={`${label} ${words}`} onClick={(event) => event.stopPropagation()}>
        <SafetyCertificateFilled aria-hidden />
        <span>{words}</span>
      </button>
    </Popover>
  );
}

function Sealed({ hint, facts, copy }: SealProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const write = () => void navigator.clipboard.writeText(copy.value).then(() => message.success(t('calls.sealed.copied')));
  return (
    <div className={styles['facts']}>
      <p>{hint}</p>
      <dl>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Button size="small" onClick={write}>
        {copy.label}
      </Button>
    </div>
  );
}

/** A hash to be read aloud or compared: whole, in one width, broken where the line ends. */
export function Hash({ value }: { value: string }) {
  return <code className={styles['hash']}>{value}</code>;
}

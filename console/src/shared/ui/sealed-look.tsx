import { SafetyCertificateFilled } from '@ant-design/icons';
import { App, Button, Popover } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatPreciseClock, formatTableDate } from '@/shared/format/time';
import styles from '@/shared/ui/sealed-look.module.css';

interface SealedLookProps {
  readonly position: string | number;
  /** When the record was written. */
  readonly at?: string | null;
}

/** Evidence looks the same wherever it appears: a seal, where the record stands, when it was written, how it is checked. */
export function SealedLook({ position, at }: SealedLookProps) {
  const { t } = useTranslation();
  return (
    <Popover trigger="click" content={<Sealed position={position} at={at ?? null} />}>
      <button
        type="button"
        className={styles['seal']}
        aria-label={`${t('calls.sealed.label')} ${t('calls.sealed.position', { position })}`}
        onClick={(event) => event.stopPropagation()}
      >
        <SafetyCertificateFilled aria-hidden />
        <span>{t('calls.sealed.position', { position })}</span>
      </button>
    </Popover>
  );
}

function Sealed({ position, at }: { position: string | number; at: string | null }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const copy = () => {
    void navigator.clipboard.writeText(String(position)).then(() => message.success(t('calls.sealed.copied')));
  };
  return (
    <div className={styles['facts']}>
      <p>{t('calls.sealed.hint')}</p>
      <dl>
        {at ? (
          <div>
            <dt>{t('calls.sealed.at')}</dt>
            <dd>
              {formatTableDate(at)} {formatPreciseClock(at)}
            </dd>
          </div>
        ) : null}
        <div>
          <dt>{t('calls.sealed.verifiedBy')}</dt>
          <dd>{t('calls.sealed.replay')}</dd>
        </div>
      </dl>
      <Button size="small" onClick={copy}>
        {t('calls.sealed.copy')}
      </Button>
    </div>
  );
}

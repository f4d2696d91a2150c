import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallScene } from '@/features/agent-desk/call-scene';
import ringingIcon from '@/features/agent-desk/call/favicon-ringing.svg';

const quietIcon = '/favicon.svg';

function setIcon(href: string): void {
  document.querySelector<HTMLLinkElement>('link[rel="icon"]')?.setAttribute('href', href);
}

/** While a call rings, the browser's tab says so: another window may lie over this one. */
export function useRingingSign(scene: CallScene): void {
  const { t } = useTranslation();
  const isRinging = scene.kind === 'ringing';
  const number = scene.kind === 'ringing' ? (scene.contact?.customer?.number ?? '') : '';
  const product = t('common.product');
  const sign = `● ${t('phone.ringTitle')} ${number}`.trim();
  useEffect(() => {
    document.title = isRinging ? sign : product;
    setIcon(isRinging ? ringingIcon : quietIcon);
  }, [isRinging, sign, product]);
  useEffect(() => () => setIcon(quietIcon), []);
}

import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { asRequestError } from '@/shared/api/problem';
import { useConfiguration } from '@/shared/api/use-configuration';
import { useLive } from '@/shared/live/live-context';
import { problemKind } from '@/shared/ui/problem-text';
import { deviceTestRefusal } from '@/features/agent-desk/device-test/device-test-refusal';
import { useChangeState, type WantedState } from '@/features/agent-desk/use-agent-actions';

const storageKey = 'kezheng.last-reason';

/** Choosing ready or not ready, by menu or by key; the last reason is taken again by the key. */
export function useStateChoice() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { data } = useConfiguration();
  const me = useLive((state) => state.me);
  const change = useChangeState();
  const reasons = data?.reasons.filter((reason) => reason.selectable) ?? [];
  const choose = (wanted: WantedState) => {
    if (wanted.state === 'not-ready') {
      localStorage.setItem(storageKey, wanted.reason);
    }
    change.mutate(wanted, {
      onError: (error) => {
        const refused = asRequestError(error);
        const why = deviceTestRefusal(refused) ?? (`common.problem.${problemKind(refused)}` as const);
        void message.error(`${t('agent.stateFailed')}: ${t(why)}`);
      },
    });
  };
  const last = reasons.find((reason) => reason.code === localStorage.getItem(storageKey)) ?? reasons[0];
  const wantsReady = me?.state === 'not-ready' || me?.nextState === 'not-ready';
  const toggle = () => {
    if (wantsReady) {
      choose({ state: 'ready' });
    } else if (last) {
      choose({ state: 'not-ready', reason: last.code });
    }
  };
  return { me, reasons, choose, toggle, isPending: change.isPending };
}

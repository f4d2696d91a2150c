import { IdcardOutlined, UserOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Panel } from '@/shared/ui/panel';
import { QuietEmpty } from '@/shared/ui/quiet-empty';
import type { CallScene } from '@/features/agent-desk/call-scene';
import { CustomerCard } from '@/features/agent-desk/customer/customer-card';
import type { Customer } from '@/shared/customers/customer-schema';

interface CustomerColumnProps {
  readonly scene: CallScene;
  /** What the search found, shown instead of the caller until the agent goes back. */
  readonly found: readonly Customer[] | null;
  readonly onBack: () => void;
  readonly isStale: boolean;
}

/** Who the agent is talking to, or who was looked for. */
export function CustomerColumn({ scene, found, onBack, isStale }: CustomerColumnProps) {
  const { t } = useTranslation();
  if (found !== null) {
    return (
      <Panel
        title={t('agent.customer.searchResult')}
        extra={
          <Button size="small" onClick={onBack}>
            {scene.kind === 'idle' ? t('common.close') : t('agent.customer.backToCall')}
          </Button>
        }
      >
        {found.map((customer) => (
          <CustomerCard key={customer.id} id={customer.id} name={customer.name ?? null} number={customer.number ?? null} />
        ))}
      </Panel>
    );
  }
  return (
    <Panel title={t('agent.customer.column')} isStale={isStale}>
      <Caller scene={scene} />
    </Panel>
  );
}

function Caller({ scene }: { scene: CallScene }) {
  const { t } = useTranslation();
  if (scene.kind === 'idle') {
    return <QuietEmpty icon={<IdcardOutlined aria-hidden />} title={t('agent.customer.none')} hint={t('agent.customer.noneHint')} />;
  }
  if (scene.contact?.kind === 'internal' && scene.contact.about === null) {
    return <QuietEmpty icon={<UserOutlined aria-hidden />} title={t('agent.colleague.kind')} hint={t('agent.colleague.noCustomer')} />;
  }
  if (scene.contact?.kind === 'internal') {
    return <QuietEmpty icon={<UserOutlined aria-hidden />} title={t('agent.customer.internal')} hint={t('agent.customer.internalHint')} />;
  }
  const customer = scene.contact?.customer ?? null;
  if (customer?.id == null) {
    return <QuietEmpty icon={<UserOutlined aria-hidden />} title={t('agent.customer.unknown')} hint={t('agent.customer.unknownHint')} />;
  }
  return <CustomerCard key={customer.id} id={customer.id} name={customer.name} number={customer.number} call={scene.call} />;
}

import { Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import { CustomerIdentity } from '@/features/agent-desk/customer/customer-identity';
import { VerificationPanel } from '@/features/agent-desk/customer/verification-panel';
import { NoteTimeline } from '@/features/agent-desk/customer/note-timeline';
import { useCustomer } from '@/features/agent-desk/customer/use-customer';
import styles from '@/features/agent-desk/customer/customer-card.module.css';

interface CustomerCardProps {
  readonly id: string;
  readonly name: string | null;
  readonly number: string | null;
  /** The call in which the customer is talked with; absent: the customer was looked for. */
  readonly call?: string;
}

/** One customer: who, masked, and what went before. */
export function CustomerCard({ id, name, number, call }: CustomerCardProps) {
  const { t } = useTranslation();
  const customer = useCustomer(id);
  return (
    <article className={styles['card']} aria-label={name ?? t('agent.customer.column')}>
      <CustomerIdentity id={id} name={name} number={number} {...(call === undefined ? {} : { call })} />
      {call === undefined ? null : <VerificationPanel call={call} />}
      <h3 className={styles['heading']}>{t('agent.customer.timeline')}</h3>
      {customer.isPending ? <Skeleton active title={false} paragraph={{ rows: 4 }} /> : null}
      {customer.isError ? (
        <ProblemNotice error={customer.error} title={t('agent.customer.unreadable')} onRetry={() => void customer.refetch()} />
      ) : null}
      {customer.data ? <NoteTimeline notes={customer.data.notes} /> : null}
    </article>
  );
}

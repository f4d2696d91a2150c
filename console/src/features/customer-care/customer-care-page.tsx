import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { asRequestError } from '@/shared/api/problem';
import { useCustomerSearch } from '@/shared/customers/use-customer-search';
import type { Me } from '@/shared/session/me';
import { AccountMenu } from '@/shared/ui/account-menu';
import { DeskNav } from '@/shared/ui/desk-nav';
import { Panel } from '@/shared/ui/panel';
import { QuietEmpty } from '@/shared/ui/quiet-empty';
import { Refusal, refusalKey } from '@/shared/ui/refusal';
import { TopBar } from '@/shared/ui/top-bar';
import { CustomerCard } from '@/features/customer-care/customer-card';
import styles from '@/features/customer-care/customer-care.module.css';

const fields = ['number'] as const;

/** Who goes before others, and by what a caller proves to be the customer: kept here, and read by nobody. */
export function CustomerCarePage({ me }: { me: Me }) {
  const { t } = useTranslation();
  const search = useCustomerSearch();
  const isWrong = search.isError && asRequestError(search.error).problem.field === 'number';
  return (
    <div className={styles['page']}>
      <TopBar title={t('supervisor.title')} end={<AccountMenu me={me} />}>
        <DeskNav role={me.role} />
      </TopBar>
      <main className={styles['main']}>
        <Panel title={t('customerCare.title')}>
          <div className={styles['words']}>
            <p>{t('customerCare.hint')}</p>
            <Input.Search
              aria-label={t('customerCare.number')}
              placeholder={t('customerCare.number')}
              enterButton={t('customerCare.find')}
              autoComplete="off"
              inputMode="tel"
              maxLength={30}
              status={isWrong ? 'error' : ''}
              loading={search.isPending}
              onSearch={(number) => search.mutate(number.trim())}
            />
            {isWrong ? (
              <span role="alert" className={styles['wrong']}>
                {t(refusalKey(asRequestError(search.error).problem.rule))}
              </span>
            ) : null}
            {search.isError ? <Refusal error={search.error} fields={fields} /> : null}
          </div>
          {search.data?.length === 0 ? <QuietEmpty title={t('customerCare.nobody')} hint={t('customerCare.nobodyHint')} /> : null}
        </Panel>
        {search.data?.map((customer) => (
          <CustomerCard key={customer.id} customer={customer} />
        ))}
      </main>
    </div>
  );
}

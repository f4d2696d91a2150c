import { useAgentName } from '@/shared/api/use-configuration';
import styles from '@/shared/ui/person-name.module.css';

interface PersonNameProps {
  readonly account: string | null | undefined;
  /** Where whoever tells of the account tells the name, too. */
  readonly name?: string;
}

/** Who has a call: the name, and the account beside it, which tells two of the same name apart. */
export function PersonName({ account, name: told }: PersonNameProps) {
  const nameOf = useAgentName();
  if (account == null) {
    return '–';
  }
  const name = told ?? nameOf(account);
  return (
    <>
      {name}
      {name === account ? null : <small className={styles['account']}>{account}</small>}
    </>
  );
}

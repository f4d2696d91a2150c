import { Skeleton, Table } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import { QuietEmpty } from '@/shared/ui/quiet-empty';
import styles from '@/shared/ui/list-part.module.css';

interface ListPartProps<Row> {
  readonly label: string;
  readonly query: { readonly isPending: boolean; readonly error: unknown; readonly refetch: () => unknown };
  readonly rows: readonly Row[];
  readonly rowKey: keyof Row & string;
  readonly columns: ColumnsType<Row>;
  readonly empty: { readonly title: string; readonly hint: string };
}

/** A list as it is read: the shape of it while it comes, what is wrong when it does not, and words where it is empty. */
export function ListPart<Row extends object>({ label, query, rows, rowKey, columns, empty }: ListPartProps<Row>) {
  if (query.isPending) {
    return (
      <div className={styles['padded']}>
        <Skeleton active title={false} paragraph={{ rows: 6, width: '100%' }} />
      </div>
    );
  }
  if (query.error !== null) {
    return (
      <div className={styles['padded']}>
        <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
      </div>
    );
  }
  if (rows.length === 0) {
    return <QuietEmpty title={empty.title} hint={empty.hint} />;
  }
  return (
    <Table<Row>
      size="small"
      aria-label={label}
      rowKey={rowKey}
      dataSource={[...rows]}
      columns={columns}
      pagination={false}
      scroll={{ x: 'max-content' }}
    />
  );
}

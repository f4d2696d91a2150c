import { App, Upload, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { asRequestError } from '@/shared/api/problem';
import { formatTableTime } from '@/shared/format/time';
import { ListPart } from '@/shared/ui/list-part';
import { Panel } from '@/shared/ui/panel';
import { Refusal } from '@/shared/ui/refusal';
import { useImportFigures, useImports } from '@/features/outside/trunks/use-trunks';
import { oneOf } from '@/features/outside/words';
import styles from '@/features/outside/outside-page.module.css';

const fields = ['header', 'lines', 'fields', 'trunk', 'day', 'attempts', 'lost'] as const;

/** The files by which carriers' figures came, and the way to bring another. */
export function CarrierImports({ mayImport }: { mayImport: boolean }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const imports = useImports();
  const bring = useImportFigures();
  const take = (file: Blob) => {
    bring.mutate(file, { onSuccess: ({ lines }) => void message.success(t('outside.imported', { lines })) });
    return false;
  };
  return (
    <Panel
      title={t('outside.imports')}
      extra={
        mayImport ? (
          <Upload accept=".csv,text/csv" showUploadList={false} beforeUpload={take}>
            <Button loading={bring.isPending}>{t('outside.import')}</Button>
          </Upload>
        ) : null
      }
    >
      {mayImport ? <p className={styles['words']}>{t('outside.importHint')}</p> : null}
      {bring.isError ? <WrongFile error={bring.error} /> : null}
      <ListPart
        label={t('outside.imports')}
        query={imports}
        rows={imports.data?.items ?? []}
        rowKey="id"
        empty={{ title: t('outside.noImports'), hint: t('outside.noImportsHint') }}
        columns={[
          { key: 'at', title: t('outside.at'), width: 180, render: (_, { importedAt }) => formatTableTime(importedAt) },
          { key: 'by', title: t('outside.recordedBy'), width: 130, dataIndex: 'importedBy' },
          { key: 'lines', title: t('outside.lines'), width: 80, align: 'right', dataIndex: 'lines' },
          { key: 'hash', title: 'SHA-256', render: (_, { sha256 }) => <code>{sha256}</code> },
        ]}
      />
    </Panel>
  );
}

/** A file is refused as a whole: each line that is wrong, with the field. */
function WrongFile({ error }: { error: unknown }) {
  const { t } = useTranslation();
  const lines = asRequestError(error).problem.lines ?? [];
  return (
    <div className={styles['words']} role="group" aria-label={t('outside.wrongLines')}>
      <Refusal error={error} fields={[]} />
      {lines.length === 0 ? null : (
        <ul>
          {lines.map(({ line, field }) => {
            const known = oneOf(fields, field);
            return (
              <li key={`${String(line)} ${field}`}>
                {known === undefined ? t('outside.wrongLine', { line, field }) : t('outside.wrongLine', { line, field: t(`outside.wrongField.${known}`) })}
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}

import { Button, Popconfirm, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ListPart } from '@/shared/ui/list-part';
import { Panel } from '@/shared/ui/panel';
import { Refusal } from '@/shared/ui/refusal';
import { FilingDialog } from '@/features/outside/numbers/filing-dialog';
import { NumberDialog } from '@/features/outside/numbers/number-dialog';
import { useApproveNumber, useNumbers, type OwnNumber } from '@/features/outside/numbers/use-numbers';
import { oneOf } from '@/features/outside/words';
import styles from '@/features/outside/outside-page.module.css';

const obstacles = ['status', 'inbound-only', 'certificate', 'commitment', 'filing', 'approval'] as const;

/** The register of own numbers: papers, status, and until when each change has to be filed. */
export function NumbersPart({ mayManage, mayApprove }: { mayManage: boolean; mayApprove: boolean }) {
  const { t } = useTranslation();
  const found = useNumbers();
  const approve = useApproveNumber();
  const [edited, setEdited] = useState<OwnNumber | 'new' | null>(null);
  const [filed, setFiled] = useState<OwnNumber | null>(null);
  return (
    <Panel
      title={t('outside.part.numbers')}
      extra={mayManage ? <Button onClick={() => setEdited('new')}>{t('outside.addNumber')}</Button> : null}
    >
      <ListPart
        label={t('outside.part.numbers')}
        query={found}
        rows={found.data?.items ?? []}
        rowKey="id"
        empty={{ title: t('outside.noNumbers'), hint: t('outside.noNumbersHint') }}
        columns={[
          { key: 'number', title: t('outside.number'), width: 120, dataIndex: 'number' },
          { key: 'status', title: t('outside.state'), width: 90, render: (_, { status }) => t(`outside.statuses.${status}`) },
          { key: 'use', title: t('outside.maySend'), width: 150, render: (_, number) => <MaySend number={number} /> },
          { key: 'fileBy', title: t('outside.fileBy'), render: (_, number) => <FileBy number={number} /> },
          { key: 'approvedBy', title: t('outside.approvedBy'), render: (_, { approvedBy }) => approvedBy ?? '–' },
          { key: 'certificate', title: t('outside.certificate'), render: (_, { certificate }) => certificate || '–' },
          { key: 'scope', title: t('outside.scope'), render: (_, { scope }) => scope || '–' },
          { key: 'holder', title: t('outside.holder'), render: (_, { holder }) => holder || '–' },
          { key: 'noCalls', title: t('outside.noCalls'), render: (_, { noCallsCommitment }) => noCallsCommitment || '–' },
          { key: 'conduct', title: t('outside.conduct'), render: (_, { conductCommitment }) => conductCommitment || '–' },
          { key: 'filedOn', title: t('outside.filedOn'), width: 110, render: (_, { filedOn }) => filedOn ?? '–' },
          ...(mayApprove
            ? [
                {
                  key: 'approve',
                  title: t('outside.act'),
                  fixed: 'right' as const,
                  render: (_: unknown, number: OwnNumber) => (
                    <Approval
                      number={number}
                      isPending={approve.isPending && approve.variables.id === number.id}
                      onApprove={() => approve.mutate(number)}
                    />
                  ),
                },
              ]
            : []),
          ...(mayManage
            ? [
                {
                  key: 'act',
                  title: t('outside.act'),
                  fixed: 'right' as const,
                  render: (_: unknown, number: OwnNumber) => (
                    <div className={styles['acts']}>
                      <Button size="small" onClick={() => setEdited(number)}>
                        {t('outside.change')}
                      </Button>
                      <Button size="small" disabled={number.fileBy === null} onClick={() => setFiled(number)}>
                        {t('outside.file')}
                      </Button>
                    </div>
                  ),
                },
              ]
            : []),
        ]}
      />
      {approve.isError ? <Refusal error={approve.error} fields={[]} /> : null}
      <p className={styles['words']}>{t('outside.numbersHint')}</p>
      {edited === null ? null : <NumberDialog number={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
      {filed === null ? null : <FilingDialog number={filed} onClose={() => setFiled(null)} />}
    </Panel>
  );
}

function MaySend({ number }: { number: OwnNumber }) {
  const { t } = useTranslation();
  if (number.obstacle === '') {
    return <Tag color="success" style={{ color: 'var(--kz-ink-ready)' }}>{t('outside.sendable')}</Tag>;
  }
  const known = oneOf(obstacles, number.obstacle);
  return <Tag>{known === undefined ? number.obstacle : t(`outside.obstacles.${known}`)}</Tag>;
}

interface ApprovalProps {
  readonly number: OwnNumber;
  readonly isPending: boolean;
  readonly onApprove: () => void;
}

/** Whoever has not changed the number reads its papers here, and lets it be sent. */
function Approval({ number, isPending, onApprove }: ApprovalProps) {
  const { t } = useTranslation();
  if (number.obstacle !== 'approval') {
    return null;
  }
  return (
    <Popconfirm
      title={t('outside.approveNumber', { number: number.number })}
      description={t('outside.approveNumberHint', { by: number.changedBy })}
      okText={t('outside.approve')}
      cancelText={t('common.cancel')}
      onConfirm={onApprove}
    >
      <Button size="small" loading={isPending}>
        {t('outside.approve')}
      </Button>
    </Popconfirm>
  );
}

function FileBy({ number }: { number: OwnNumber }) {
  const { t } = useTranslation();
  if (number.fileBy === null) {
    return <>{t('outside.nothingToFile')}</>;
  }
  return number.overdue ? <strong className={styles['late']}>{t('outside.overdue', { day: number.fileBy })}</strong> : <>{number.fileBy}</>;
}

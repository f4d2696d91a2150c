import { ArrowLeftOutlined } from '@ant-design/icons';
import { Button, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatTableTime } from '@/shared/format/time';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import type { Criteria } from '@/features/auditor-desk/samples/recording-schema';
import { useDraw } from '@/features/auditor-desk/samples/use-draw';
import { useSamples } from '@/features/auditor-desk/samples/use-samples';
import styles from '@/features/auditor-desk/samples/recordings-page.module.css';

const usualSize = 5;
const seedForm = /^[0-9a-f]{32}$/;

interface DrawBarProps {
  readonly criteria: Criteria;
  /** The sample that is shown; `null` while all that was found is. */
  readonly sample: string | null;
  readonly onShow: (sample: string | null) => void;
}

/** Draws a sample of what was found, by a new seed or by one that is given, and leads to earlier samples. */
export function DrawBar({ criteria, sample, onShow }: DrawBarProps) {
  const { t } = useTranslation();
  return (
    <div className={styles['bar']}>
      {sample === null ? (
        <DrawForm criteria={criteria} onDrawn={onShow} />
      ) : (
        <Button icon={<ArrowLeftOutlined aria-hidden />} onClick={() => onShow(null)}>
          {t('samples.all')}
        </Button>
      )}
      <EarlierSamples sample={sample} onShow={onShow} />
    </div>
  );
}

function DrawForm({ criteria, onDrawn }: { criteria: Criteria; onDrawn: (sample: string) => void }) {
  const { t } = useTranslation();
  const [size, setSize] = useState(usualSize);
  const [seed, setSeed] = useState('');
  const draw = useDraw();
  const isSeedWrong = seed !== '' && !seedForm.test(seed);
  return (
    <>
      <InputNumber
        aria-label={t('samples.size')}
        prefix={t('samples.size')}
        suffix={t('samples.sizeUnit')}
        min={1}
        max={500}
        precision={0}
        value={size}
        onChange={(value) => setSize(value ?? usualSize)}
        style={{ width: 180 }}
      />
      <Input
        allowClear
        aria-label={t('samples.seedToUse')}
        aria-invalid={isSeedWrong}
        placeholder={t('samples.seedToUse')}
        title={t('samples.seedHint')}
        status={isSeedWrong ? 'error' : ''}
        value={seed}
        maxLength={32}
        onChange={(event) => setSeed(event.target.value.trim().toLowerCase())}
        style={{ width: 300 }}
      />
      <Button
        type="primary"
        loading={draw.isPending}
        disabled={isSeedWrong}
        onClick={() => draw.mutate({ criteria, size, ...(seed === '' ? {} : { seed }) }, { onSuccess: (drawn) => onDrawn(drawn.sample.id) })}
      >
        {t('samples.draw')}
      </Button>
      {isSeedWrong ? (
        <p role="alert" className={styles['wrong']}>
          {t('samples.seedWrong')}
        </p>
      ) : null}
      {draw.isError ? <ProblemNotice error={draw.error} title={t('samples.notDrawn')} /> : null}
    </>
  );
}

function EarlierSamples({ sample, onShow }: Omit<DrawBarProps, 'criteria'>) {
  const { t } = useTranslation();
  const samples = useSamples();
  return (
    <Select
      allowClear
      aria-label={t('samples.earlier')}
      placeholder={t('samples.earlier')}
      style={{ width: 360, maxWidth: '100%' }}
      loading={samples.isPending}
      notFoundContent={samples.isError ? t('samples.unread') : t('samples.noneYet')}
      value={sample}
      onChange={(chosen: string | null) => onShow(chosen ?? null)}
      options={(samples.data ?? []).map(({ id, drawnAt, drawnBy, size }) => ({
        value: id,
        label: t('samples.option', { id, at: formatTableTime(drawnAt), by: drawnBy, size }),
      }))}
    />
  );
}

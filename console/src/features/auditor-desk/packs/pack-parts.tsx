import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { shortHash } from '@/shared/format/size';
import { formatPreciseClock, formatTableDate } from '@/shared/format/time';
import { Hash, Seal } from '@/shared/ui/seal';
import { Verdict } from '@/shared/ui/verdict';
import { contentOf, type Pack } from '@/features/auditor-desk/packs/use-packs';

const kinds = { making: 'running', ready: 'good', failed: 'bad' } as const;

export function PackVerdict({ pack }: { pack: Pack }) {
  const { t } = useTranslation();
  return <Verdict kind={kinds[pack.state]} word={t(`packs.states.${pack.state}`)} />;
}

export function PackSeal({ pack }: { pack: Pack }) {
  const { t } = useTranslation();
  const { sha256, madeAt } = pack;
  if (sha256 === null) {
    return null;
  }
  return (
    <Seal
      label={t('packs.seal.label')}
      words={shortHash(sha256)}
      hint={t('packs.seal.hint')}
      facts={[
        [t('packs.seal.hash'), <Hash key="hash" value={sha256} />],
        ...(madeAt ? [[t('packs.seal.at'), `${formatTableDate(madeAt)} ${formatPreciseClock(madeAt)}`] as const] : []),
        [t('packs.seal.verifiedBy'), t('packs.seal.verifier')],
      ]}
      copy={{ label: t('packs.seal.copy'), value: sha256 }}
    />
  );
}

/** Downloading is audited like looking. */
export function DownloadPack({ pack, isMain = false }: { pack: Pack; isMain?: boolean }) {
  const { t } = useTranslation();
  return (
    <Button
      size={isMain ? 'middle' : 'small'}
      href={contentOf(pack)}
      download={`kezheng-case-${pack.id}.zip`}
      disabled={pack.state !== 'ready'}
      icon={<DownloadOutlined aria-hidden />}
      onClick={(event) => event.stopPropagation()}
    >
      {t('packs.download')}
    </Button>
  );
}

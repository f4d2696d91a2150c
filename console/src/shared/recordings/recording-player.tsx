import { CaretRightFilled, PauseOutlined } from '@ant-design/icons';
import { Alert, Button, Segmented, Select, Slider } from 'antd';
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestError } from '@/shared/api/problem';
import { useAgentName } from '@/shared/api/use-configuration';
import type { CallDetails, Recording, Talk } from '@/shared/calls/use-call-details';
import { formatBytes, shortHash } from '@/shared/format/size';
import { formatClock, formatDuration, formatPreciseClock, formatTableDate, formatTableTime } from '@/shared/format/time';
import { hearings } from '@/shared/recordings/channels';
import { GapList, GapMarks } from '@/shared/recordings/gaps';
import { Playback, speeds } from '@/shared/recordings/playback';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import { Hash, Seal } from '@/shared/ui/seal';
import styles from '@/shared/recordings/recording-player.module.css';

/** The recordings of a call, one of each talk: what became of it and, when it is stored, the means to hear it. */
export function RecordingPlayer({ call }: { call: CallDetails }) {
  const { t } = useTranslation();
  const nameOf = useAgentName();
  const source = `/api/calls/${encodeURIComponent(call.id)}/recording`;
  if (call.talks.length > 1) {
    return (
      <ol className={styles['talks']}>
        {call.talks.map((talk, at) => (
          <li key={talk.offer}>
            <h4>{talkTitle(talk, t('recording.talk', { number: at + 1, agent: nameOf(talk.agent) }))}</h4>
            <TalkRecording
              source={`${source}?offer=${encodeURIComponent(talk.offer)}`}
              recording={talk}
              isLive={call.endedAt === null && at === call.talks.length - 1}
            />
          </li>
        ))}
      </ol>
    );
  }
  if (call.recording === null) {
    return <p className={styles['soft']}>{t('recording.unknown')}</p>;
  }
  return <TalkRecording source={source} recording={call.recording} isLive={call.endedAt === null} />;
}

function talkTitle(talk: Talk, words: string): string {
  return talk.startedAt === null ? words : `${words} · ${formatClock(talk.startedAt)}`;
}

function TalkRecording({ source, recording, isLive }: { source: string; recording: Recording; isLive: boolean }) {
  const { t } = useTranslation();
  switch (recording.state) {
    case 'none':
      return <p className={styles['soft']}>{t('recording.none')}</p>;
    case 'pending':
      return (
        <p className={styles['soft']} role="status">
          {isLive ? t('recording.live') : t('recording.pending')}
        </p>
      );
    case 'missing':
      return <Alert type="warning" showIcon title={t('recording.missing')} description={t('recording.missingHint')} />;
    case 'refused':
      return <p className={styles['soft']}>{t('recording.refused')}</p>;
    case 'not-recorded':
      return <p className={styles['soft']}>{t('recording.notRecorded')}</p>;
    case 'destroyed':
      return <p className={styles['soft']}>{t('recording.destroyed', { at: recording.destroyedAt === null ? '' : formatTableTime(recording.destroyedAt) })}</p>;
    case 'stored':
      return <Player source={source} recording={recording} />;
  }
}

function Player({ source, recording }: { source: string; recording: Recording }) {
  const { t } = useTranslation();
  const [playback] = useState(() => new Playback(source));
  const attach = useCallback((audio: HTMLAudioElement) => playback.attach(audio), [playback]);
  const { stage, positionSeconds, lengthSeconds, problem, speed } = useSyncExternalStore(playback.subscribe, playback.read);
  const length = lengthSeconds ?? (recording.durationMillis ?? 0) / 1000;
  const isOn = stage === 'playing' || stage === 'opening';
  return (
    <div className={styles['player']}>
      <audio ref={attach} src={playback.source} preload="none" />
      <div className={styles['controls']}>
        <Button
          type="primary"
          shape="circle"
          icon={isOn ? <PauseOutlined aria-hidden /> : <CaretRightFilled aria-hidden />}
          aria-label={isOn ? t('recording.pause') : t('recording.play')}
          onClick={() => playback.toggle()}
        />
        <div className={styles['seek']}>
          <GapMarks gaps={recording.gaps} lengthMillis={length * 1000} />
          <Slider
            min={0}
            max={Math.max(length, 0.1)}
            step={0.1}
            value={positionSeconds}
            tooltip={{ formatter: (seconds) => formatDuration((seconds ?? 0) * 1000) }}
            ariaLabelForHandle={t('recording.seek')}
            onChange={(seconds) => playback.seek(seconds)}
          />
        </div>
        <span className={styles['time']}>
          {formatDuration(positionSeconds * 1000)} / {formatDuration(length * 1000)}
        </span>
        <Select
          size="small"
          aria-label={t('recording.speed')}
          value={speed}
          onChange={(chosen) => playback.playAt(chosen)}
          options={speeds.map((value) => ({ value, label: `${value}×` }))}
          style={{ width: 78 }}
        />
      </div>
      <GapList gaps={recording.gaps} />
      <Lanes playback={playback} />
      {stage === 'failed' ? <Trouble problem={problem} onRetry={() => playback.toggle()} /> : null}
      <div className={styles['foot']}>
        <span className={styles['soft']}>{stage === 'opening' ? t('recording.loading') : t('recording.audited')}</span>
        <RecordingSeal recording={recording} />
      </div>
    </div>
  );
}

/** Who is on which channel, how loud, and the choice to hear one alone. */
function Lanes({ playback }: { playback: Playback }) {
  const { t } = useTranslation();
  const customer = useRef<HTMLSpanElement>(null);
  const agent = useRef<HTMLSpanElement>(null);
  const { stage, hearing } = useSyncExternalStore(playback.subscribe, playback.read);
  useEffect(() => {
    if (stage !== 'playing') {
      return undefined;
    }
    const show = (bar: HTMLSpanElement | null, level: number) => bar?.style.setProperty('transform', `scaleX(${level})`);
    let frame = 0;
    const draw = () => {
      const levels = playback.levels();
      show(customer.current, levels.customer);
      show(agent.current, levels.agent);
      frame = requestAnimationFrame(draw);
    };
    draw();
    return () => cancelAnimationFrame(frame);
  }, [playback, stage]);
  return (
    <div className={styles['channels']}>
      <div className={styles['lanes']}>
        <span data-muted={hearing === 'agent' || undefined}>{t('recording.left')}</span>
        <span className={styles['lane']} aria-hidden>
          <span ref={customer} data-side="customer" />
        </span>
        <span data-muted={hearing === 'customer' || undefined}>{t('recording.right')}</span>
        <span className={styles['lane']} aria-hidden>
          <span ref={agent} data-side="agent" />
        </span>
      </div>
      <Segmented
        size="small"
        aria-label={t('recording.hear')}
        value={hearing}
        onChange={(chosen) => playback.hear(chosen)}
        options={hearings.map((value) => ({ value, label: t(`recording.${value}`) }))}
      />
    </div>
  );
}

function Trouble({ problem, onRetry }: { problem: RequestError | null; onRetry: () => void }) {
  const { t } = useTranslation();
  return problem === null ? (
    <Alert type="error" role="alert" showIcon title={t('recording.failed')} description={t('recording.undecodable')} />
  ) : (
    <ProblemNotice error={problem} title={t('recording.failed')} onRetry={onRetry} />
  );
}

function RecordingSeal({ recording }: { recording: Recording }) {
  const { t } = useTranslation();
  const { sha256, startedAt, bytes } = recording;
  if (sha256 === null) {
    return null;
  }
  return (
    <Seal
      label={t('recording.seal.label')}
      words={t('recording.seal.short', { hash: shortHash(sha256) })}
      hint={t('recording.seal.hint')}
      facts={[
        [t('recording.seal.hash'), <Hash key="hash" value={sha256} />],
        ...(startedAt ? [[t('recording.seal.at'), `${formatTableDate(startedAt)} ${formatPreciseClock(startedAt)}`] as const] : []),
        ...(bytes === null ? [] : [[t('recording.seal.size'), formatBytes(bytes)] as const]),
        [t('recording.seal.verifiedBy'), t('recording.seal.ledger')],
      ]}
      copy={{ label: t('recording.seal.copy'), value: sha256 }}
    />
  );
}

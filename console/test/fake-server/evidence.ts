import type { Call } from '@/shared/calls/call-schema';

const hashOf = (seed: number) => Array.from({ length: 64 }, (_, index) => ((seed * 31 + index * 7 + index * index) % 16).toString(16)).join('');
const ago = (millis: number) => new Date(Date.now() - millis).toISOString().replace('Z', '417Z');

export const recordingHash = hashOf(5);

export function recordingOf(call: Call) {
  return call.answeredAt
    ? { state: 'stored', startedAt: call.answeredAt, durationMillis: 151_000, bytes: 2_417_332, sha256: recordingHash }
    : { state: 'none' };
}

export function waterfallOf(call: Call) {
  if (!call.answeredAt) {
    return [];
  }
  const steps = [
    ['invite', 0],
    ['announced', 1_840],
    ['durable', 3_912],
    ['originate', 412],
    ['agent-invite', 2_207],
    ['ringing', 61_480],
    ['shown', 38_105],
    ['answered', 3_961_440],
  ] as const;
  return steps.map(([step, micros]) => ({ step, at: call.offeredAt, micros }));
}

export const ledgerEntries = (): readonly object[] => [
  { at: ago(600_000), actor: 'platform', role: 'platform', action: 'recording.stored', index: 88 },
  { at: ago(60_000), actor: 'supervisor1', role: 'supervisor', action: 'recording.played', index: 121 },
  { at: ago(1_000), actor: 'auditor1', role: 'auditor', action: 'call.viewed', index: null },
];

type Outcome = 'holds' | 'disproved' | 'failed';

export function aRun(id: number, outcome: Outcome, trigger = 'schedule', millisAgo = 20_000) {
  const holds = outcome === 'holds';
  return {
    id: String(id),
    startedAt: ago(millisAgo),
    endedAt: ago(millisAgo - 812),
    outcome,
    trigger,
    checks:
      outcome === 'failed'
        ? []
        : [
            { code: 'rows', zh: '客户表的每一行都是密文', en: 'Each row of the customer table is cipher', holds, expected: '0', observed: holds ? '0' : '1' },
            { code: 'sample', zh: '抽样能用密钥解开', en: 'A sample opens with the keys', holds: true, expected: '张*', observed: '4b5a01…9e02' },
          ],
    hash: hashOf(id),
    previousHash: id > 1 ? hashOf(id - 1) : null,
  };
}

const days = (worst: (index: number) => string) =>
  Array.from({ length: 30 }, (_, index) => ({
    day: new Date(Date.now() - (29 - index) * 86_400_000).toISOString().slice(0, 10),
    worst: worst(index),
  }));

const claim = (id: string, reference: string, zh: string, en: string) => ({
  id,
  kind: 'live',
  state: 'green',
  since: ago(86_400_000),
  why: { zh: '最近一次探测成立。', en: 'The latest run holds.' },
  provenBy: id,
  redWithinSeconds: 90,
  reference,
  sentence: { zh, en },
  mend: { zh: '按检查项修复后，点“立即探测”。', en: 'Mend what the checks name, then press “Test now”.' },
  lastRun: aRun(41, 'holds'),
  history: days((index) => (index < 12 ? 'none' : index === 20 ? 'red' : index === 21 ? 'unproven' : 'green')),
});

/** One claim in each state. */
export function someClaims() {
  return [
    claim('call-chain', 'R2', '来电经交换机、排队到坐席的链路可用，并有录音。', 'A call gets from the PBX through routing to an agent, and is recorded.'),
    {
      ...claim(
        'stored-ciphertext',
        'R4',
        '存储的客户资料与录音均为密文，没有密钥不可读。',
        'Stored customer rows and recordings are ciphertext and cannot be read without the keys.',
      ),
      state: 'red',
      since: ago(45_000),
      why: { zh: '最近一次探测不成立。', en: 'The latest run disproved it.' },
      lastRun: aRun(42, 'disproved'),
    },
    {
      ...claim('tamper-evident', 'R4', '日志、账本或证据包被改动一定会被发现。', 'An altered journal, ledger or pack is found out.'),
      state: 'unproven',
      why: { zh: '这次启动后还没有探测。', en: 'Its probe has not run since this start.' },
      lastRun: null,
      history: days(() => 'none'),
    },
    {
      ...claim('legal-person', 'R1', '经营者具备法人资格，业务范围包含呼叫中心业务。', 'The operator is a legal person licensed for call-centre business.'),
      kind: 'document',
      state: 'document',
      provenBy: null,
      redWithinSeconds: 0,
      lastRun: null,
      history: days(() => 'none'),
    },
  ];
}

export const aPack = (id: string, call: string, state: string) => ({
  id,
  kind: 'case',
  call,
  state,
  madeAt: ago(5_000),
  madeBy: 'auditor1',
  bytes: state === 'ready' ? 412_300 : null,
  sha256: state === 'ready' ? hashOf(9) : null,
});

export const verification = {
  holds: true,
  checks: [
    { code: 'container', holds: true, zh: '容器逐字节等于由清单重建的结果。', en: 'The container equals, byte for byte, what the manifest rebuilds.' },
    { code: 'signature', holds: true, zh: '清单由所给信任公钥签名。', en: 'The manifest is signed by the trust key given.' },
  ],
};

const queue = (code: string, offered: number) => ({
  queue: code,
  offered,
  answered: offered - 7,
  abandoned: 6,
  timedOut: 1,
  refused: 0,
  lost: 0,
  callback: 0,
  voicemail: 0,
  overflowed: 0,
  waiting: 0,
  waitSeconds: 512.25,
  averageSpeedOfAnswerSeconds: 4.233,
  talkSeconds: 21_310,
  averageTalkSeconds: 176.1,
  ringDelaySeconds: 0.071,
  serviceLevel: 0.9421,
});

const noDifferences: readonly object[] = [];

export const measures = (day: string | null) => ({
  asOf: ago(1_000),
  position: 4_310,
  day: day ?? '2026-11-24',
  serviceLevelSeconds: 20,
  queues: [queue('support', 128), { ...queue('consult', 40), serviceLevel: null, averageTalkSeconds: null }],
  agents: [
    { agent: 'agent1', answered: 31, talkSeconds: 5_460, holdSeconds: 122, wrapUpSeconds: 840, readySeconds: 3_611, notReadySeconds: 610 },
    { agent: 'agent2', answered: 28, talkSeconds: 5_101, holdSeconds: 40, wrapUpSeconds: 700, readySeconds: 3_900, notReadySeconds: 400 },
  ],
  agreement: { state: 'agrees', since: ago(3_600_000), checkedAt: ago(2_000), position: 4_309, differences: noDifferences },
});

const definition = (id: string, of: string, name: object, formula: object) => ({
  id,
  of,
  field: id,
  name,
  formula,
  unit: 'calls',
  source: { zh: '流水日志；表 call_record', en: 'the journal; table call_record' },
  prometheus: of === 'queue' ? `kezheng_calls_${id}_total` : null,
});

export const definitions = {
  items: [
    definition(
      'offered',
      'queue',
      { zh: '人工请求量', en: 'Offered' },
      { zh: '当日进入坐席队列的联络数', en: 'contacts that entered the agent queue on the day' },
    ),
    definition(
      'answered',
      'queue',
      { zh: '接通量', en: 'Answered' },
      { zh: '其中由坐席接听的联络数', en: 'those of them that an agent answered' },
    ),
    definition(
      'agent-answered',
      'agent',
      { zh: '坐席接通量', en: 'Answered by the agent' },
      { zh: '当日由该坐席接听的联络数', en: 'contacts that the agent answered on the day' },
    ),
  ],
};

const item = (code: string, zh: string, en: string, name: string, version: string) => ({ code, zh, en, name, version });

export const equipment = () => ({
  running: [
    item('pbx', '交换机', 'PBX', 'Asterisk', '22.5.2'),
    item('acd', '排队', 'ACD', 'Kezheng engine', '1'),
    item('database', '数据库', 'Database', 'PostgreSQL', '17.6'),
  ],
  filed: {
    filedAt: ago(86_400_000),
    filedBy: 'system1',
    items: [item('pbx', '交换机', 'PBX', 'Asterisk', '22.5.2'), item('database', '数据库', 'Database', 'PostgreSQL', '17.5')],
    isAsFiled: true,
  },
});

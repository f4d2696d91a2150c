import type { Call } from '@/shared/calls/call-schema';
import { recordingOf, waterfallOf } from '@test/fake-server/evidence';

/** The configuration, people and records that the fake platform answers with. */
export const configuration = {
  version: 1,
  agents: [
    { user: 'agent1', displayName: '陈静' },
    { user: 'agent2', displayName: '李强' },
    { user: 'supervisor1', displayName: '周敏' },
  ],
  queues: [
    { code: 'support', zh: '售后', en: 'After-sales', number: '4001' },
    { code: 'consult', zh: '咨询', en: 'Enquiries', number: '4002' },
  ],
  reasons: [
    { code: 'break', zh: '小休', en: 'Break', selectable: true },
    { code: 'meal', zh: '用餐', en: 'Meal', selectable: true },
    { code: 'training', zh: '培训', en: 'Training', selectable: true },
    { code: 'meeting', zh: '会议', en: 'Meeting', selectable: true },
    { code: 'admin', zh: '事务', en: 'Paperwork', selectable: true },
    { code: 'signed-in', zh: '已签入', en: 'Signed in', selectable: false },
    { code: 'missed-offer', zh: '未接来电', en: 'Missed a call', selectable: false },
    { code: 'phone-unreachable', zh: '话机不可达', en: 'Phone unreachable', selectable: false },
  ],
  selfServices: [
    { flow: 'service-code', zh: '核对服务密码', en: 'Check the service code' },
    { flow: 'order-number', zh: '输入订单号', en: 'Enter the order number' },
    { flow: 'satisfaction', zh: '满意度评价', en: 'Rate the service' },
  ],
  dispositions: [
    { code: 'resolved', key: 1, zh: '已解决', en: 'Resolved' },
    { code: 'follow-up', key: 2, zh: '需跟进', en: 'Follow-up' },
    { code: 'transferred', key: 3, zh: '已转出', en: 'Transferred' },
    { code: 'wrong-number', key: 4, zh: '误拨', en: 'Wrong number' },
    { code: 'complaint', key: 5, zh: '投诉', en: 'Complaint' },
    { code: 'nuisance', key: 6, zh: '骚扰', en: 'Nuisance' },
  ],
};

export interface Account {
  readonly user: string;
  readonly displayName: string;
  readonly role: string;
}

export const accounts: readonly Account[] = [
  { user: 'agent1', displayName: '陈静', role: 'agent' },
  { user: 'agent2', displayName: '李强', role: 'agent' },
  { user: 'supervisor1', displayName: '周敏', role: 'supervisor' },
  { user: 'auditor1', displayName: '孙涛', role: 'auditor' },
  { user: 'system1', displayName: '吴昊', role: 'system-administrator' },
  { user: 'security1', displayName: '郑洁', role: 'security-administrator' },
];

export const customer = {
  id: 'c1',
  name: '张*',
  number: '138****8000',
  notes: [
    {
      call: '998',
      at: '2026-11-20T02:13:09.000000Z',
      agent: 'agent2',
      disposition: 'follow-up',
      text: '净水器滤芯漏水，已登记换新。答应周一前回电确认上门时间。',
    },
    {
      call: '640',
      at: '2026-10-08T07:40:51.000000Z',
      agent: 'agent1',
      disposition: 'resolved',
      text: '询问保修期限，已告知为自购买之日起两年。',
    },
    { call: '412', at: '2026-08-30T01:05:00.000000Z', agent: 'agent3', disposition: 'wrong-number', text: '' },
  ],
};

export const clearCustomer = { number: '13800138000', name: '张伟' };

const outcomes = ['answered', 'answered', 'answered', 'abandoned', 'answered', 'timed-out'];

/** Twelve calls, one every seven minutes backwards from an instant. */
export function callsBefore(instant: number, agent = 'agent1'): Call[] {
  return Array.from({ length: 12 }, (_, index): Call => {
    const offered = instant - (index + 1) * 420_000 - index * 1_217;
    const outcome = outcomes[index % outcomes.length] ?? 'answered';
    const at = (plus: number) => new Date(offered + plus).toISOString().replace('Z', '417Z');
    const isAnswered = outcome === 'answered';
    return {
      id: String(9_223_000_118_000 - index * 7),
      client: 'demo',
      queue: index % 3 === 1 ? 'consult' : 'support',
      agent: isAnswered ? (index % 2 === 0 ? agent : 'agent2') : null,
      offeredAt: at(0),
      ringingAt: isAnswered ? at(900) : null,
      answeredAt: isAnswered ? at(4_200 + index * 900) : null,
      endedAt: isAnswered ? at(150_000 + index * 9_000) : at(38_000),
      outcome,
      pbxUniqueId: `1795000${100 + index}.${21 + index}`,
      journalPosition: 4_310 - index * 17,
    };
  });
}

const fiveMinutes = 300_000;

export function callDetails(call: Call) {
  const offers = call.answeredAt
    ? [
        { offer: '71', agent: 'agent2', offeredAt: call.offeredAt, ringingAt: call.offeredAt, endedAt: call.ringingAt, outcome: 'missed' },
        { offer: '72', agent: call.agent, offeredAt: call.ringingAt, ringingAt: call.ringingAt, endedAt: call.answeredAt, outcome: 'answered' },
      ]
    : [];
  return {
    ...call,
    offers,
    disposition: call.answeredAt ? 'resolved' : null,
    holdMillis: 12_000,
    customer: { id: 'c1', name: '张*', number: '138****8000', notes: [] },
    recording: recordingOf(call),
    waterfall: waterfallOf(call),
  };
}

export function explanation(call: Call) {
  if (!call.answeredAt) {
    return { ring: null, candidates: null, rule: null, winner: null, runnerUp: null, lostBecause: null, sentence: null, decisions: [], waiting: null };
  }
  const decision = (offer: string, winner: string, runnerUp: string | null, outcome: string) => ({
    ring: 1,
    requirement: [{ skill: 'support', level: 1 }],
    candidates: runnerUp ? 2 : 1,
    rule: 'longest-idle',
    winner,
    runnerUp,
    lostBecause: runnerUp ? 'shorter-idle' : null,
    sentence: {
      zh: runnerUp
        ? `第 1 圈有 2 位候选；${winner} 已空闲 3:07，最久，因此派给 TA；${runnerUp} 空闲 0:48，次之。`
        : `第 1 圈只有 ${winner} 一位候选，因此派给 TA。`,
      en: runnerUp
        ? `Ring 1 had 2 candidates; ${winner} had been idle longest, 3:07, and was chosen; ${runnerUp} had been idle 0:48.`
        : `Ring 1 had one candidate, ${winner}, who was chosen.`,
    },
    offer,
    at: call.ringingAt,
    journalPosition: Number(call.journalPosition) - 4 + Number(offer) - 71,
    outcome,
  });
  const decisions = [decision('71', 'agent2', call.agent, 'missed'), decision('72', call.agent ?? '', null, 'answered')];
  return { ...decisions[0], decisions, waiting: null };
}

export function intervals(from: number, until: number) {
  const states = ['not-ready', 'ready', 'ringing', 'talking', 'wrap-up', 'ready', 'ringing', 'talking', 'wrap-up', 'not-ready', 'ready'];
  const start = Math.max(from, until - states.length * fiveMinutes);
  return states.map((state, index) => ({
    state,
    reason: state === 'not-ready' ? (index === 0 ? 'signed-in' : 'break') : null,
    startedAt: new Date(start + index * fiveMinutes).toISOString(),
    endedAt: index === states.length - 1 ? null : new Date(start + (index + 1) * fiveMinutes).toISOString(),
    call: null,
  }));
}

/** Of a call that waits: two come first, and of five agents nobody is free. */
export function waitingExplanation(now: number) {
  const sentence = {
    zh: '该联络仍在等待：已到第1层级的要求（共2层级），前面有2个联络。符合要求的坐席共5名：3名忙碌，2名未就绪。',
    en: 'The contact still waits: ring 1 of 2 applies, 2 other contacts come first. 5 agents meet the requirement: 3 busy, 2 not ready.',
  };
  const waiting = {
    ...{ ring: 1, rings: 2, wishAgent: null, ahead: 2, agents: 5, busy: 3, notReady: 2, signedOut: 0, passedOver: 0, unlooked: 0 },
    nextStepAt: new Date(now + 18_000).toISOString(),
    overflowAt: new Date(now + 1_758_000).toISOString(),
    sentence,
  };
  return { ring: null, candidates: 0, rule: null, winner: null, runnerUp: null, lostBecause: null, sentence, decisions: [], waiting };
}

import type { AgentView } from '@/shared/api/views';
import { text, type FakeAnswer, type FakeRequest } from '@test/fake-server/exchange';

interface FakeColleague {
  readonly agent: string;
  readonly displayName: string;
  readonly state: string;
  readonly since: string;
}

/** The fake platform's acts within a talk, and its calls between colleagues. */
export class FakeTalks {
  muted = false;
  /** All that were pressed. */
  keys = '';
  colleagues: readonly FakeColleague[] = [];
  outsideNumbers: readonly { id: string; label: string; number: string }[] = [];
  /** Why nobody outside was reached. */
  outsideResult: string | null = null;
  /** The colleague who was called last. */
  called = '';
  /** What comes of calling a colleague. */
  result: string | null = null;

  answer({ method, path, body }: FakeRequest, become: (part: Partial<AgentView>) => AgentView): FakeAnswer | null {
    const [, , part = '', , what = ''] = path.split('/');
    if (part === 'calls' && what === 'mute') {
      this.muted = method === 'GET' ? this.muted : method === 'POST';
      return { status: 200, body: { muted: this.muted } };
    }
    if (part === 'calls' && what === 'keys') {
      const pressed = text(body, 'keys');
      this.keys += pressed;
      return { status: 200, body: { count: pressed.length } };
    }
    if (part === 'calls' && what === 'hold') {
      return { status: 200, body: become({ held: method === 'POST' }) };
    }
    if (part === 'calls' && what === 'transfer') {
      return { status: 200, body: become({}) };
    }
    if (part === 'calls' && what === 'outside-result') {
      return { status: 200, body: { result: this.outsideResult } };
    }
    if (path === '/api/agent/transfer-targets') {
      return { status: 200, body: { queues: [{ queue: 'support', waiting: 0, longestWaitingSince: null, readyAgents: 1 }], agents: this.colleagues, outsideNumbers: this.outsideNumbers } };
    }
    if (path === '/api/agent/internal-calls') {
      this.called = text(body, 'agent');
      return { status: 202, body: { call: '2001' } };
    }
    return path.startsWith('/api/agent/internal-calls/') ? { status: 200, body: { result: this.result } } : null;
  }
}

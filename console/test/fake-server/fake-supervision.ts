import { listenerSchema, type ContactView } from '@/shared/api/views';
import type { FakeAnswer, FakeRequest } from '@test/fake-server/fake-platform';

interface Notice {
  readonly version: number;
  readonly zh: string;
  readonly en: string;
  readonly acknowledgedAt: string | null;
}

/** What supervisors do with a talk, and what agents are told of it. */
export class FakeSupervision {
  notice: Notice = { version: 1, zh: '班长可以监听您的通话。', en: 'Supervisors may listen in.', acknowledgedAt: '2026-11-23T06:00:00.000000Z' };
  /** Whom the platform calls again. */
  callbacks: Record<string, string | null>[] = [];
  /** The times that the emergency switch was on. */
  emergencies: readonly object[] = [];
  /** Callers who came to no queue, in pages. */
  endedInFlows: readonly (readonly object[])[] = [];
  /** Who has acknowledged the notice; `null`: agent1, as its notice says. */
  agents: readonly object[] | null = null;
  readonly #tell: (part: Partial<ContactView>) => void;

  constructor(tell: (part: Partial<ContactView>) => void) {
    this.#tell = tell;
  }

  answer({ method, path, query, body }: FakeRequest, user: string): FakeAnswer | null {
    switch (`${method} ${path}`) {
      case 'GET /api/agent/notice':
        return { status: 200, body: this.notice };
      case 'POST /api/agent/notice':
        this.notice = { ...this.notice, acknowledgedAt: new Date().toISOString() };
        return { status: 200, body: this.notice };
      case 'GET /api/notice-acknowledgements': {
        const { acknowledgedAt, version } = this.notice;
        const own = { agent: 'agent1', displayName: '陈静', version: acknowledgedAt === null ? null : version, acknowledgedAt };
        return { status: 200, body: { version, items: this.agents ?? [own] } };
      }
      case 'GET /api/emergencies':
        return { status: 200, body: { items: this.emergencies.slice(0, Number(query.get('limit') ?? 50)), next: null } };
      case 'GET /api/journeys': {
        const at = Number(query.get('after') ?? 0);
        return { status: 200, body: { items: this.endedInFlows[at] ?? [], next: at + 1 < this.endedInFlows.length ? String(at + 1) : null } };
      }
      case 'GET /api/skill-moves':
        return { status: 200, body: [] };
      case 'GET /api/callbacks':
        return { status: 200, body: { items: this.callbacks } };
      case 'DELETE /api/callbacks/1001':
        this.callbacks = this.callbacks.map((one) => ({ ...one, state: 'cancelled' }));
        return { status: 204 };
      case 'POST /api/calls/1001/listening': {
        const since = new Date().toISOString();
        const given = typeof body === 'object' && body !== null ? body : {};
        const listener = listenerSchema.parse({ user, displayName: '周敏', state: 'listening', since, ...given });
        this.#tell({ call: '1001', listeners: [listener] });
        return { status: 200, body: {} };
      }
      case 'DELETE /api/calls/1001/listening':
        this.#tell({ call: '1001', listeners: [] });
        return { status: 204 };
      default:
        return null;
    }
  }
}

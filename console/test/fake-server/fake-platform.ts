import type { AgentView, ContactView, QueueView } from '@/shared/api/views';
import { accounts, callDetails, callsBefore, clearCustomer, configuration, customer, explanation, intervals, waitingExplanation } from '@test/fake-server/records';
import { FakeSupervision } from '@test/fake-server/fake-supervision';
import { FakeEvidence } from '@test/fake-server/fake-evidence';
import { text, type FakeAnswer, type FakeRequest } from '@test/fake-server/exchange';
import { FakeTalks } from '@test/fake-server/fake-talks';
import { aContact, anAgent, aQueue } from '@test/views';

export type { FakeAnswer, FakeRequest };

type Listener = (frame: object) => void;

const refused = (status: number, rule: string): FakeAnswer => ({ status, body: { title: rule, status, rule } });

/**
 * A platform of test code, small enough to read: it speaks the HTTP and live contract and lets a test move agents and
 * contacts by hand. It decides nothing by itself but what a request asks for.
 */
export class FakePlatform {
  /** What the signed-in person may do; `null`: what the role has by itself. */
  policies: readonly string[] | null = null;
  user: string | null = null;
  password = 'secret';
  calls = callsBefore(Date.now());
  readonly requests: FakeRequest[] = [];
  readonly failures = new Map<string, FakeAnswer>();
  /** Until when the answers of a path are kept back. */
  readonly waits = new Map<string, Promise<void>>();
  readonly agents = new Map<string, AgentView>();
  readonly contacts = new Map<string, ContactView>();
  readonly queues = new Map<string, QueueView>();
  emergency: object = { mode: 'off', cause: null, text: null, textEn: null, by: null, since: null };
  readonly supervision = new FakeSupervision((part) => this.contact(part));
  readonly evidence = new FakeEvidence();
  readonly talks = new FakeTalks();
  /** What the desks told over their live connections. */
  readonly told: string[] = [];
  lineCredentials = { wssUrl: 'wss://127.0.0.1/ws', uri: 'sip:kz-1@kezheng', user: 'kz-1', password: 'line' };
  readonly #listeners = new Map<Listener, number>();

  constructor() {
    const since = this.now();
    this.agents.set('agent1', anAgent({ state: 'not-ready', reason: 'signed-in', since }));
    this.queues.set('support', aQueue({ agents: { ready: 0, ringing: 0, talking: 0, 'wrap-up': 0, 'not-ready': 1 } }));
    this.queues.set('consult', aQueue({ queue: 'consult', offeredToday: 40, answeredToday: 39, abandonedToday: 1 }));
  }

  now(plusMillis = 0): string {
    return new Date(Date.now() + plusMillis).toISOString();
  }

  /** Changes an agent's view and tells everyone who may see it. */
  agent(user: string, part: Partial<AgentView>): AgentView {
    const known = this.agents.get(user) ?? anAgent({ agent: user });
    const since = part.state !== undefined && part.state !== known.state ? this.now() : known.since;
    const view = { ...known, since, ...part };
    this.agents.set(user, view);
    this.#tell({ type: 'agent', agent: view });
    return view;
  }

  contact(part: Partial<ContactView>): ContactView {
    const call = part.call ?? '1001';
    const view = { ...(this.contacts.get(call) ?? aContact({ arrivedAt: this.now(-42_000), since: this.now() })), ...part, call };
    this.contacts.set(call, view);
    this.#tell({ type: 'contact', contact: view });
    return view;
  }

  queue(queue: string, part: Partial<QueueView>): void {
    const view = { ...(this.queues.get(queue) ?? aQueue({ queue })), ...part };
    this.queues.set(queue, view);
    this.#tell({ type: 'queue', queue: view });
  }

  endContact(call: string): void {
    this.contacts.delete(call);
    this.#tell({ type: 'contact-ended', call });
  }

  /** An agent's phone rings for a call, as the platform would say it. */
  ring(call = '1001', user = 'agent1'): void {
    this.contact({ call, agent: user, stage: 'ringing', since: this.now() });
    this.agent(user, { state: 'ringing', call });
  }

  /** Somebody turns the emergency switch. */
  turnEmergency(emergency: object): void {
    this.emergency = emergency;
    this.#tell({ type: 'emergency', emergency });
  }

  /** Something that desks have read by a request of their own is different now. */
  changed(what: string): void {
    this.#tell({ type: 'changed', what });
  }

  heartbeat(): void {
    this.#tell({ type: 'heartbeat', at: this.now() });
  }

  /** A frame with a number that is not the next one. */
  skipFrame(): void {
    this.#listeners.forEach((seq, listener) => this.#listeners.set(listener, seq + 1));
  }

  listen(listener: Listener): () => void {
    this.#listeners.set(listener, 0);
    this.snapshot(listener);
    return () => this.#listeners.delete(listener);
  }

  snapshot(listener: Listener): void {
    const me = this.user === null ? null : (this.agents.get(this.user) ?? null);
    this.#send(listener, {
      type: 'snapshot',
      at: this.now(),
      me,
      call: me?.call ? (this.contacts.get(me.call) ?? null) : null,
      queues: [...this.queues.values()],
      agents: me ? [] : [...this.agents.values()],
      contacts: me ? [] : [...this.contacts.values()],
    });
  }

  #tell(frame: object): void {
    [...this.#listeners.keys()].forEach((listener) => this.#send(listener, frame));
  }

  #send(listener: Listener, frame: object): void {
    const seq = (this.#listeners.get(listener) ?? 0) + 1;
    this.#listeners.set(listener, seq);
    listener({ seq, ...frame });
  }

  handle(request: FakeRequest): FakeAnswer {
    this.requests.push(request);
    const key = `${request.method} ${request.path}`;
    const failure = this.failures.get(key);
    if (failure) {
      return failure;
    }
    if (request.path === '/api/session') {
      return this.#session(request);
    }
    if (key === 'POST /api/administrator') {
      return text(request.body, 'token') === 'token' ? { status: 201 } : refused(401, 'administrator.token');
    }
    return this.user === null ? refused(401, 'session.none') : (this.#write(request, key, this.user) ?? this.talks.answer(request, (part) => this.agent(this.user ?? '', part)) ?? this.supervision.answer(request, this.user) ?? this.evidence.answer(request) ?? this.#read(request));
  }

  #session({ method, body }: FakeRequest): FakeAnswer {
    if (method === 'POST') {
      const isRight = accounts.some(({ user }) => user === text(body, 'user')) && text(body, 'password') === this.password;
      if (!isRight) {
        return refused(401, 'sign-in.refused');
      }
      this.user = text(body, 'user');
    } else if (method === 'DELETE') {
      this.user = null;
      return { status: 204 };
    }
    const account = accounts.find(({ user }) => user === this.user);
    return account ? { status: 200, body: { ...account, client: 'demo', policies: this.policies ?? (account.role === 'system-administrator' ? ['equipment:file'] : []) } } : refused(401, 'session.none');
  }

  #write({ body }: FakeRequest, key: string, user: string): FakeAnswer | null {
    switch (key) {
      case 'PUT /api/agent/state':
        return { status: 200, body: this.#changeState(user, body) };
      case 'PUT /api/agent/device': {
        const kind = text(body, 'sip') !== '' ? 'sip' : JSON.stringify(body) === '{"mobile":true}' ? 'mobile' : 'browser';
        return { status: 200, body: this.agent(user, { device: { kind, test: null } }) };
      }
      case 'POST /api/agent/wrap-up': {
        const call = text(body, 'call');
        const view = this.agent(user, { state: 'ready', call: null, deadline: null });
        this.endContact(call);
        return { status: 200, body: view };
      }
      case 'PUT /api/emergency': {
        this.emergency = { mode: text(body, 'mode'), cause: text(body, 'cause'), text: text(body, 'text'), textEn: text(body, 'textEn'), by: user, since: this.now() };
        this.#tell({ type: 'emergency', emergency: this.emergency });
        return { status: 200, body: this.emergency };
      }
      case 'POST /api/customers/search':
        return { status: 200, body: { items: text(body, 'number') === clearCustomer.number ? [customer] : [] } };
      case 'POST /api/customers/c1/disclosure':
        return { status: 200, body: clearCustomer };
      default:
        return null;
    }
  }

  #changeState(user: string, body: unknown): AgentView {
    const ready = text(body, 'state') === 'ready';
    const known = this.agents.get(user);
    if (known && known.call !== null) {
      return this.agent(user, { nextState: ready ? null : 'not-ready', reason: ready ? null : text(body, 'reason') });
    }
    return this.agent(user, ready ? { state: 'ready', reason: null } : { state: 'not-ready', reason: text(body, 'reason') });
  }

  #read({ path, query }: FakeRequest): FakeAnswer {
    const call = this.calls.find(({ id }) => path.startsWith(`/api/calls/${id}`));
    if (call) {
      return { status: 200, body: path.endsWith('/explanation') ? explanation(call) : this.#details(call) };
    }
    if (path.startsWith('/api/calls/') && path.endsWith('/explanation')) {
      return { status: 200, body: waitingExplanation(Date.now()) };
    }
    if (/^\/api\/agents\/\w+\/intervals$/.test(path)) {
      const until = Math.min(Date.now(), Date.parse(query.get('to') ?? ''));
      return { status: 200, body: { items: intervals(Date.parse(query.get('from') ?? ''), until) } };
    }
    switch (path) {
      case '/api/configuration':
        return { status: 200, body: configuration };
      case '/api/calendar':
        return { status: 200, body: { years: [], missing: [] } };
      case '/api/emergency':
        return { status: 200, body: this.emergency };
      case '/api/agent/appointments':
      case '/api/numbers/alarms':
        return { status: 200, body: { items: [] } };
      case '/api/agent/mobile':
        return { status: 200, body: { allowed: false, number: null } };
      case '/api/agent/softphone':
        return { status: 200, body: this.lineCredentials };
      case '/api/calls':
        return { status: 200, body: { items: this.#find(query), next: null } };
      case '/api/customers/c1':
        return { status: 200, body: customer };
      default:
        return refused(404, 'not-found');
    }
  }

  #details(call: FakePlatform['calls'][number]) {
    const { recording, talks } = this.evidence;
    return { ...callDetails(call), talks, ...(recording === undefined ? {} : { recording }) };
  }

  #find(query: URLSearchParams) {
    const matches = (name: string, value: string | null) => !query.get(name) || query.get(name) === value;
    return this.calls.filter(
      (call) => matches('queue', call.queue) && matches('agent', call.agent) && matches('outcome', call.outcome),
    );
  }
}

import type { FakeAnswer, FakeRequest } from '@test/fake-server/fake-platform';
import { aPack, aRun, definitions, equipment, ledgerEntries, measures, someClaims, verification } from '@test/fake-server/evidence';

interface FakeRetention {
  held: boolean;
  talks: { offer: string; direction: string; rule: string; days: number; dueAt: string; destroyedAt: string | null }[];
  holds: { id: string; set: object; lifted: object | null }[];
}

/** The fake platform's claims, packs, ledger and measures. */
export class FakeEvidence {
  claims = someClaims();
  packs: ReturnType<typeof aPack>[] = [];
  measures = measures;
  verification = verification;
  /** Instead of what became of each call's recording; `undefined` lets each have its own. */
  recording: object | null | undefined = undefined;
  /** The talks of each call; none unless a test tells of several. */
  talks: readonly object[] = [];
  recordings = ['support', 'sales', 'support'].map((queue, at) => ({
    call: `100${at + 1}`,
    offer: `7${at + 1}`,
    agent: 'agent1',
    queue,
    startedAt: '2026-11-24T06:00:00.000Z',
    durationMillis: 61_000,
    disposition: 'resolved',
    destroyed: false,
    paused: at === 1,
  }));
  samples: { sample: { id: string; seed: string; size: number; population: number; drawnBy: string; drawnAt: string; criteria: object }; items: object[]; repeated: boolean }[] = [];
  /** How the running recording stands. */
  pause: { paused: boolean; since: string | null; until: string | null } = { paused: false, since: null, until: null };
  /** How the calls stand under the clock. */
  retention: FakeRetention = {
    held: false,
    talks: [{ offer: '72', direction: 'inbound', rule: 'recording.retention-inbound-days', days: 180, dueAt: '2027-05-23T06:00:00.000Z', destroyedAt: null }],
    holds: [],
  };
  /** How often a run or a pack is asked after before it is done. */
  patience = 1;
  #asked = 0;

  answer({ method, path, query, body }: FakeRequest): FakeAnswer | null {
    const [, , part = '', id = '', what = ''] = path.split('/');
    switch (`${method} ${part}`) {
      case 'GET claims':
        return this.#claim(id);
      case 'POST probes':
        this.#asked = 0;
        return { status: 202, location: `/api/probes/${id}/runs/43` };
      case 'GET probes':
        return { status: 200, body: this.#run(id) };
      case 'POST packs':
        return what === 'verification' ? { status: 200, body: this.verification } : this.#makePack(body);
      case 'GET packs':
        return { status: 200, body: this.#packs() };
      case 'GET ledger':
        return { status: 200, body: query.get('kind') === 'call' ? ledgerEntries() : [] };
      case 'GET calls':
        return what === 'retention' ? { status: 200, body: this.retention } : what === 'recording' && path.endsWith('/pause') ? { status: 200, body: this.pause } : null;
      case 'POST calls':
        return what === 'holds' ? this.#hold(path.split('/')[5], body) : what === 'recording' ? this.#pause(path.endsWith('/pause')) : null;
      case 'GET recordings':
        return { status: 200, body: { items: this.recordings.filter(({ queue }) => !query.get('queue') || query.get('queue') === queue), next: null } };
      case 'GET samples':
        return { status: 200, body: id === '' ? this.samples.map(({ sample }) => sample) : this.samples.find(({ sample }) => sample.id === id) };
      case 'POST samples':
        return { status: 201, body: this.#draw(body) };
      case 'GET measures':
        return { status: 200, body: id === 'definitions' ? definitions : this.measures(query.get('day')) };
      case 'GET equipment':
      case 'PUT equipment':
        return { status: 200, body: equipment() };
      default:
        return null;
    }
  }

  #draw(body: unknown) {
    const size = Number(typeof body === 'object' && body !== null ? Reflect.get(body, 'size') : 1);
    const sample = { id: '4', seed: '0123456789abcdef'.repeat(2), size, population: this.recordings.length, drawnBy: 'auditor1', drawnAt: '2026-11-24T07:00:00.000Z', criteria: {} };
    const shown = { sample, items: this.recordings.slice(0, size), repeated: true };
    this.samples = [shown, ...this.samples];
    return shown;
  }

  #pause(paused: boolean): FakeAnswer {
    const after = (millis: number) => (paused ? new Date(Date.now() + millis).toISOString() : null);
    this.pause = { paused, since: after(0), until: after(180_000) };
    return { status: 200, body: this.pause };
  }

  #hold(hold: string | undefined, body: unknown): FakeAnswer {
    const reason = { ...(typeof body === 'object' ? body : {}), by: 'auditor1', at: '2026-11-24T07:00:00.000Z' };
    const holds = hold
      ? this.retention.holds.map((each) => (each.id === hold ? { ...each, lifted: reason } : each))
      : [...this.retention.holds, { id: '3', set: reason, lifted: null }];
    this.retention = { ...this.retention, holds, held: holds.some((each) => each.lifted === null) };
    return { status: hold ? 200 : 201, body: holds.at(-1) };
  }

  #claim(id: string): FakeAnswer {
    if (id === '') {
      return { status: 200, body: this.claims };
    }
    const claim = this.claims.find((candidate) => candidate.id === id);
    const runs = claim?.lastRun ? [claim.lastRun, aRun(40, 'failed', 'event', 80_000), aRun(39, 'holds', 'hand', 140_000)] : [];
    return claim ? { status: 200, body: { ...claim, runs } } : { status: 404, body: { rule: 'claim.unknown' } };
  }

  #run(probe: string) {
    this.#asked += 1;
    const isDone = this.#asked > this.patience;
    if (isDone) {
      const lastRun = aRun(43, 'holds', 'hand', 1_000);
      this.claims = this.claims.map((claim) => (claim.provenBy === probe ? { ...claim, state: 'green', lastRun } : claim));
      return lastRun;
    }
    return { id: '43', startedAt: new Date().toISOString(), endedAt: null, outcome: null, trigger: null, checks: [], hash: null, previousHash: null };
  }

  #makePack(body: unknown): FakeAnswer {
    const call: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'call') : '';
    this.#asked = 0;
    this.packs = [aPack('7', String(call), 'making'), ...this.packs];
    return { status: 202, location: '/api/packs/7' };
  }

  #packs() {
    this.#asked += 1;
    if (this.#asked > this.patience) {
      this.packs = this.packs.map((pack) => aPack(pack.id, pack.call, 'ready'));
    }
    return this.packs;
  }
}

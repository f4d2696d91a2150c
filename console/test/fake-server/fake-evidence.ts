import type { FakeAnswer, FakeRequest } from '@test/fake-server/fake-platform';
import { aPack, aRun, definitions, equipment, ledgerEntries, measures, someClaims, verification } from '@test/fake-server/evidence';

/** The fake platform's claims, packs, ledger and measures. */
export class FakeEvidence {
  claims = someClaims();
  packs: ReturnType<typeof aPack>[] = [];
  measures = measures;
  verification = verification;
  /** Instead of what became of each call's recording; `undefined` lets each have its own. */
  recording: object | null | undefined = undefined;
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
      case 'GET measures':
        return { status: 200, body: id === 'definitions' ? definitions : this.measures(query.get('day')) };
      case 'GET equipment':
      case 'PUT equipment':
        return { status: 200, body: equipment() };
      default:
        return null;
    }
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

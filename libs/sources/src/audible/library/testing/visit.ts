import type { Timing } from '../../../timing.js';
import type { Ask } from '../../ask.js';
import { AudibleClient, type AudibleClientOptions } from '../../audible-client.js';
import type { Authority, Unauthorised } from '../../authority.js';
import { beginLadder, type LadderEnd, type LadderState } from '../ladder/index.js';
import type { LibraryPage } from '../read-page.js';
import { runLadder, type PageCounts } from '../run-ladder.js';
import { ModelLibrary, type ModelItem, type ModelManners } from './model-library.js';

/** Time that passes only where somebody waits for it; chance is always in the middle. */
export class HandClock implements Timing {
  readonly slept: number[] = [];
  at = Date.UTC(2026, 0, 1);

  now(): number {
    return this.at;
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    this.slept.push(ms);
    this.at += ms;
    return Promise.resolve();
  }

  random(): number {
    return 0.5;
  }
}

/** Signs with a count, so that every header is another; says what it is told to about refusals. */
export class CountingAuthority implements Authority {
  readonly asked: Unauthorised[] = [];
  readonly refusedWith: string[] = [];
  readonly acceptedWith: string[] = [];
  /** What to say about the first refusal, the second and so on; false after that. */
  again: boolean[] = [];

  headersFor(request: Unauthorised): Promise<Record<string, string>> {
    this.asked.push(request);
    return Promise.resolve({ 'x-signature': `s${this.asked.length}` });
  }

  refused(headers: Readonly<Record<string, string>>): Promise<boolean> {
    this.refusedWith.push(headers['x-signature'] ?? '');
    return Promise.resolve(this.again.shift() ?? false);
  }

  accepted(headers: Readonly<Record<string, string>>): void {
    this.acceptedWith.push(headers['x-signature'] ?? '');
  }
}

/** A client of a model server, with a clock and an authority of its own. */
export class Visit {
  readonly clock = new HandClock();
  readonly authority = new CountingAuthority();
  readonly client: AudibleClient;

  constructor(ask: Ask, options: Partial<AudibleClientOptions> = {}) {
    const own = { origin: 'https://api.audible.test', authority: this.authority, timing: this.clock };
    this.client = new AudibleClient(ask, { ...own, ...options });
  }
}

export const GROUPS = 'product_desc,product_attrs';

/** Keeps what a walk hands over as a database would: rows and state together, the state as JSON. */
export class Keeper {
  /** How often each row came. */
  readonly met = new Map<string, number>();
  pages = 0;
  kept: string;

  constructor(state: LadderState = beginLadder({ groups: GROUPS })) {
    this.kept = JSON.stringify(state);
  }

  /** Goes on from what was kept last. */
  async walk({ client }: Visit, signal?: AbortSignal): Promise<LadderEnd> {
    const state = JSON.parse(this.kept) as LadderState;
    return (await runLadder(client, state, { onPage: this.onPage, ...(signal && { signal }) })).end;
  }

  onPage = (page: LibraryPage, after: (counts: PageCounts) => LadderState): Promise<PageCounts> => {
    const marks = new Set(page.rows.map(({ mark }) => mark));
    const fresh = [...marks].filter((mark) => !this.met.has(mark)).length;
    for (const mark of marks) this.met.set(mark, (this.met.get(mark) ?? 0) + 1);
    this.pages += 1;
    this.kept = JSON.stringify(after({ fresh }));
    return Promise.resolve({ fresh });
  };
}

/** A library read from its first page to its end. */
export async function readAll(items: ModelItem[], manners: ModelManners = {}, pageSize = 1000) {
  const library = new ModelLibrary(items, manners);
  const visit = new Visit(library.ask);
  const keeper = new Keeper(beginLadder({ groups: GROUPS, pageSize }));
  const end = await keeper.walk(visit);
  const missing = library.items.filter(({ asin }) => !keeper.met.has(asin)).length;
  return { library, visit, keeper, end, missing, calls: library.asked.length };
}

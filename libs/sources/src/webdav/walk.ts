import type { DavClient } from './dav-client.js';
import { DavError } from './dav-error.js';
import { folderOf, isRecursion } from './descent.js';
import { BASE_FOLDER, type DavEntry, type Folder } from './entries.js';
import { GoneCheck } from './gone-check.js';
import { Lanes } from './lanes.js';
import { MOST_ENTRIES_WALKED } from './limits.js';
import { listFolder, type EntryBatch, type FolderOutcome } from './list-folder.js';
import type { FolderBefore } from './truncation.js';
import { newCounters, noteOutcome, type WalkCounters } from './walk-counters.js';

export interface WalkOptions {
  /** Entries as they come, of several folders at a time; the next ones wait for the promise. */
  onEntries(batch: EntryBatch): void | Promise<void>;
  /** What became of a folder, after the last of its entries. */
  onFolder(outcome: FolderOutcome): void | Promise<void>;
  /** Where to begin; to go on with an earlier walk, what that one left. The base where nothing is said. */
  from?: readonly Folder[];
  /** Folders that were listed before and are not again. */
  isDone?(key: string): boolean;
  /** Folders that are not looked into. All are where nothing is said. */
  descends?(entry: DavEntry): boolean;
  before?(key: string): FolderBefore | undefined;
  pageCaps?: readonly number[];
  /** Requests at a time, 1 to 8. */
  lanes?: number;
  mostEntries?: number;
  /** Milliseconds since 1970 after which nothing more is begun. */
  deadline?: number;
  signal?: AbortSignal;
}

/** How a walk ended. Folders in `left` have not been listed; a later walk can begin with them. */
export type WalkEnd = { left: Folder[]; counters: WalkCounters } & (
  | { kind: 'complete' | 'partial' | 'cancelled' }
  /** Nothing is wrong, but the time was up, or the server wants to be left alone for so many seconds. */
  | { kind: 'waiting'; retryAfter?: number }
  | { kind: 'failed'; error: DavError }
);
type Verdict = { kind: 'cancelled' } | { kind: 'waiting'; retryAfter?: number } | { kind: 'failed'; error: DavError };

/** So many folders that fail one after the other are a server that went away. */
const MOST_FAILURES_IN_A_ROW = 20;

/**
 * Lists a whole library, folder by folder, several at a time, the deepest first: so few folders wait at a time, and
 * nothing is kept of what was handed over. Throws only what the callbacks throw.
 */
export function walk(client: DavClient, options: WalkOptions): Promise<WalkEnd> {
  return new Walk(client, options).run();
}

class Walk {
  private readonly waiting: Folder[];
  private readonly underWay = new Map<Folder, Promise<void>>();
  private readonly counters = newCounters();
  private readonly lanes: Lanes;
  private readonly stop = new AbortController();
  private readonly signal: AbortSignal;
  private readonly gone: GoneCheck;
  private readonly left: Folder[] = [];
  private failuresInARow = 0;
  private verdict: Verdict | undefined;
  private thrown: { error: unknown } | undefined;

  constructor(
    private readonly client: DavClient,
    private readonly options: WalkOptions,
  ) {
    const { from = [BASE_FOLDER], lanes, signal } = options;
    this.waiting = [...from].reverse();
    this.lanes = new Lanes(lanes);
    this.signal = signal ? AbortSignal.any([signal, this.stop.signal]) : this.stop.signal;
    this.gone = new GoneCheck(client, this.signal);
  }

  async run(): Promise<WalkEnd> {
    const before = this.client.requests;
    for (;;) {
      this.begin();
      if (this.underWay.size === 0) break;
      await Promise.race(this.underWay.values());
    }
    if (this.thrown) throw this.thrown.error;
    this.counters.requests = this.client.requests - before;
    const { failed, partial } = this.counters;
    const verdict = this.verdict ?? { kind: failed + partial > 0 ? ('partial' as const) : ('complete' as const) };
    return { ...verdict, left: [...this.left, ...this.waiting], counters: this.counters };
  }

  private begin(): void {
    if (this.options.signal?.aborted) this.end({ kind: 'cancelled' });
    if (this.waiting.length > 0 && this.client.timing.now() >= (this.options.deadline ?? Infinity))
      this.verdict ??= { kind: 'waiting' }; // what is under way may come to its end
    while (!this.verdict && !this.thrown && this.underWay.size < this.lanes.width) {
      const folder = this.waiting.pop();
      if (!folder) return;
      if (this.options.isDone?.(folder.key)) continue;
      const visit = this.visit(folder).finally(() => this.underWay.delete(folder));
      this.underWay.set(folder, visit);
    }
  }

  private async visit(folder: Folder): Promise<void> {
    try {
      if (isRecursion(folder)) await this.conclude({ kind: 'skipped', reason: 'recursion', folder }, []);
      else await this.list(folder);
    } catch (error) {
      this.left.push(folder);
      if (this.options.signal?.aborted) return this.end({ kind: 'cancelled' });
      if (this.verdict) return; // it was told to stop
      this.thrown ??= { error };
      this.stop.abort();
    }
  }

  private async list(folder: Folder): Promise<void> {
    let found = { attempt: 0, folders: [] as Folder[] };
    const outcome = await listFolder(this.client, folder, {
      before: this.options.before?.(folder.key),
      pageCaps: this.options.pageCaps,
      signal: this.signal,
      onTrouble: (error) => this.lanes.noteTrouble(error),
      onEntries: async (batch) => {
        if (batch.attempt !== found.attempt) found = { attempt: batch.attempt, folders: [] };
        found.folders.push(...this.foldersIn(batch));
        await this.options.onEntries(batch);
      },
    });
    const counts = 'attempt' in outcome && outcome.attempt === found.attempt;
    const sure = outcome.kind === 'gone' && !(await this.gone.isSure(folder)) ? asFailed(outcome) : outcome;
    await this.conclude(sure, counts ? found.folders : []);
  }

  private foldersIn({ entries, folder }: EntryBatch): Folder[] {
    const { options } = this;
    const wanted = entries.filter((entry) => entry.folder && (options.descends?.(entry) ?? true));
    return wanted.map((entry) => folderOf(entry, folder));
  }

  private async conclude(outcome: FolderOutcome, folders: readonly Folder[]): Promise<void> {
    await this.options.onFolder(outcome);
    noteOutcome(this.counters, outcome);
    for (const one of folders) this.waiting.push(one);
    if (outcome.kind === 'complete' || outcome.kind === 'partial') this.noteListed();
    if (outcome.kind === 'failed') this.noteFailed(outcome);
    if (outcome.kind === 'waiting') {
      this.left.push(outcome.folder);
      this.end({ kind: 'waiting', retryAfter: outcome.retryAfter });
    }
  }

  private noteListed(): void {
    this.failuresInARow = 0;
    this.lanes.noteWell();
    if (this.counters.entries > (this.options.mostEntries ?? MOST_ENTRIES_WALKED))
      this.end({ kind: 'failed', error: new DavError('too_many_entries') });
  }

  /** Without its base a library cannot be told; with wrong credentials every further request is one too many. */
  private noteFailed({ error, folder }: Extract<FolderOutcome, { kind: 'failed' }>): void {
    if (error.passing) this.failuresInARow += 1;
    const isOver = folder.key === '' || error.reason === 'auth_failed' || this.failuresInARow >= MOST_FAILURES_IN_A_ROW;
    if (isOver) this.end({ kind: 'failed', error });
  }

  private end(verdict: Verdict): void {
    this.verdict ??= verdict;
    this.stop.abort();
  }
}

function asFailed({ folder, error }: Extract<FolderOutcome, { kind: 'gone' }>): FolderOutcome {
  return { kind: 'failed', folder, error };
}

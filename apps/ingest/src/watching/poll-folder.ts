import { type FolderEntry, walkFolder } from '@octavo/storage';
import type { Wanted, Watch, WatchEvents } from './watch-events.js';

/** A walk may take this share of the time: a folder of a hundred files is looked at every few seconds, a huge one more rarely. */
const SHARE = 1 / 40;
const AT_LEAST_MS = 5_000;
const AT_MOST_MS = 15 * 60_000;

/**
 * Watches a folder whose changes nobody tells us of (network shares, or when the system's watches are used up), by
 * walking it again and again and comparing. What a walk could not see is neither there nor gone.
 */
export class FolderPoll implements Watch {
  private timer: NodeJS.Timeout | undefined;
  private known: Map<string, string> | undefined;
  private readonly closing = new AbortController();
  private walking: Promise<void> | undefined;

  constructor(
    private readonly root: string,
    private readonly wanted: Wanted,
    private readonly events: WatchEvents,
    private readonly atLeastMs = AT_LEAST_MS,
  ) {
    this.again(0);
  }

  private again(inMs: number): void {
    if (this.closing.signal.aborted) return;
    this.timer = setTimeout(() => void (this.walking = this.look()), inMs);
  }

  private async look(): Promise<void> {
    const started = performance.now();
    const now = new Map<string, string>();
    const note = (files: FolderEntry[]) => {
      for (const { path, size, mtimeNs, inode } of files) now.set(path, `${size}:${mtimeNs}:${inode}`);
    };
    try {
      const { signal } = this.closing;
      const unseen = await walkFolder(this.root, { wanted: this.wanted, found: note, signal });
      this.compare(now, [...unseen.passedOver, ...unseen.unreadable.map(({ path }) => path)]);
    } catch {
      this.known = undefined; // the folder is not there: nothing is known of it until it is back
    }
    const took = performance.now() - started;
    this.again(Math.min(Math.max(took / SHARE, this.atLeastMs), AT_MOST_MS));
  }

  private compare(now: Map<string, string>, hidden: string[]): void {
    const before = this.known;
    this.known = now;
    if (!before) return this.events.doubtful();
    for (const [path, state] of now) if (before.get(path) !== state) this.events.found(path);
    for (const [path, state] of before) {
      if (now.has(path)) continue;
      if (hidden.some((folder) => folder === '' || path === folder || path.startsWith(`${folder}/`)))
        now.set(path, state);
      else this.events.lost(path);
    }
  }

  async close(): Promise<void> {
    this.closing.abort();
    clearTimeout(this.timer);
    await this.walking;
  }
}

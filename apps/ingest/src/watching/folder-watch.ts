import { errnoOf, isIgnored, LEAVE_ALONE } from '@octavo/storage';
import { type FSWatcher, watch } from 'chokidar';
import { existsSync, statfsSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { FolderPoll } from './poll-folder.js';
import type { Wanted, Watch, WatchEvents } from './watch-events.js';

export interface WatchOrder {
  root: string;
  polling: 'auto' | 'on' | 'off';
  /** A file is told of when it was quiet for so long; half of a move waits twice as long for the other half. */
  quietMs: number;
}

/** A folder that is not there is looked for this often. */
const LOOK_FOR_ROOT_EVERY_MS = 5_000;
/** So many losses at once are not many files but one folder, or a disk: only a scan tells. */
const STORM = 500;
/** File systems whose changes other machines make, unseen by our kernel: NFS, CIFS, SMB2, FUSE, 9p. */
const REMOTE_FILE_SYSTEMS = new Set([0x6969, 0xff534d42, 0xfe534d42, 0x65735546, 0x01021997]);
/** What the system says when it has no more watches, or no more files, for us. */
const EXHAUSTED: Record<string, string> = {
  ENOSPC: 'The system has no more file watches: raise fs.inotify.max_user_watches',
  EMFILE: 'The system has no more watch instances: raise fs.inotify.max_user_instances',
};

/** Watches one folder tree by the system's events, or by looking again and again where there are none. */
export class FolderWatch implements Watch {
  private watcher: FSWatcher | undefined;
  private poll: FolderPoll | undefined;
  private timer: NodeJS.Timeout | undefined;
  private readonly lost = new Map<string, NodeJS.Timeout>();
  private closed = false;

  constructor(
    private readonly order: WatchOrder,
    private readonly wanted: Wanted,
    private readonly events: WatchEvents,
  ) {
    this.begin();
  }

  private begin(): void {
    const { root } = this.order;
    if (this.closed) return;
    if (!existsSync(root)) {
      this.timer = setTimeout(() => this.begin(), LOOK_FOR_ROOT_EVERY_MS);
      return;
    }
    const reason = this.reasonToPoll();
    if (reason !== undefined) return this.beginPolling('POLLING', reason);
    this.watcher = watch(root, {
      ignoreInitial: true,
      followSymlinks: false,
      ignored: (path) => path !== root && isIgnored(basename(path)),
      awaitWriteFinish: { stabilityThreshold: this.order.quietMs, pollInterval: Math.max(50, this.order.quietMs / 5) },
    });
    this.watcher
      .on('add', (path) => this.tellFound(path))
      .on('change', (path) => this.tellFound(path))
      .on('unlink', (path) => this.loseLater(path))
      .on('unlinkDir', (path) => path === root && this.rootLost())
      .on('ready', () => this.ready())
      .on('error', (error) => this.troubled(error));
  }

  private reasonToPoll(): string | undefined {
    const { polling, root } = this.order;
    if (polling === 'on') return 'WATCH_POLLING is on';
    const remote = polling === 'auto' && REMOTE_FILE_SYSTEMS.has(Number(statfsSync(root).type));
    return remote ? 'The folder is on a network share, which tells nothing of changes' : undefined;
  }

  private beginPolling(mode: 'POLLING' | 'DEGRADED', detail: string): void {
    if (this.poll || this.closed) return;
    void this.watcher?.close();
    this.watcher = undefined;
    this.poll = new FolderPoll(this.order.root, this.wanted, {
      ...this.events,
      found: (path) => this.events.found(path),
      lost: (path) => this.loseLater(`${this.order.root}${sep}${path}`),
      doubtful: () => this.events.doubtful(),
    });
    this.events.mode(mode, detail);
  }

  private ready(): void {
    this.events.mode('EVENTS', null);
    this.events.doubtful(); // what came while we were not watching, only a scan can tell
  }

  /** Without watches events would be missing silently; a folder that is not to be opened is missing from the watch only. */
  private troubled(error: unknown): void {
    const reason = EXHAUSTED[errnoOf(error) ?? ''];
    if (reason !== undefined) this.beginPolling('DEGRADED', reason);
    else this.events.doubtful();
  }

  private pathBelow(path: string): string | undefined {
    return this.wanted(basename(path)) ? relative(this.order.root, path).split(sep).join('/') : undefined;
  }

  private tellFound(path: string): void {
    clearTimeout(this.lost.get(path));
    this.lost.delete(path);
    const below = this.pathBelow(path);
    if (below !== undefined && !this.isLeftAlone(path)) this.events.found(below);
  }

  /** As walks do: a folder with this file in it is passed over, and all below it. */
  private isLeftAlone(path: string): boolean {
    for (let folder = dirname(path); folder.length >= this.order.root.length; folder = dirname(folder))
      if (existsSync(join(folder, LEAVE_ALONE))) return true;
    return false;
  }

  private loseLater(path: string): void {
    const below = this.pathBelow(path);
    if (below === undefined) return;
    if (this.lost.size >= STORM) return this.forgetLosses();
    const tell = () => {
      this.lost.delete(path);
      this.events.lost(below);
    };
    clearTimeout(this.lost.get(path));
    this.lost.set(path, setTimeout(tell, this.order.quietMs * 2));
  }

  private forgetLosses(): void {
    for (const timer of this.lost.values()) clearTimeout(timer);
    this.lost.clear();
    this.events.doubtful();
  }

  /** The whole folder went away: no single file did. */
  private rootLost(): void {
    this.forgetLosses();
    void this.watcher?.close();
    this.watcher = undefined;
    this.timer = setTimeout(() => this.begin(), LOOK_FOR_ROOT_EVERY_MS);
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    for (const timer of this.lost.values()) clearTimeout(timer);
    await Promise.all([this.watcher?.close(), this.poll?.close()]);
  }
}

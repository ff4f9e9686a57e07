import { formatOfName } from '@octavo/formats';
import { isIgnored } from '@octavo/storage';
import { type FSWatcher, watch } from 'chokidar';
import { existsSync, statfsSync } from 'node:fs';
import { basename, relative, sep } from 'node:path';

/** Who is told of what a watch sees. Paths are below the folder, with forward slashes. */
export interface WatchEvents {
  found(path: string): Promise<unknown>;
  lost(path: string): Promise<unknown>;
  /** Something happened that events do not tell in full: only a scan shows what. */
  doubtful(): Promise<unknown>;
  failed(error: unknown): void;
}

/** A file is told of when it was quiet for so long. */
const QUIET_MS = 1_000;
/** An unlink may be half of a move; the other half comes within this time. */
const LOST_AFTER_MS = 2_000;
const POLLING = { backend: 'polling', pollingInterval: 5_000, pollingBinaryInterval: 5_000 } as const;
/** A folder that is not there at the start is looked for this often. */
const LOOK_FOR_ROOT_EVERY_MS = 5_000;

/** File systems whose changes other machines make, unseen by our kernel: NFS, CIFS, SMB2, FUSE, 9p. */
const REMOTE_FILE_SYSTEMS = new Set([0x6969, 0xff534d42, 0xfe534d42, 0x65735546, 0x01021997]);

/** Watches one folder tree. */
export class FolderWatch {
  private watcher: FSWatcher | undefined;
  private timer: NodeJS.Timeout | undefined;
  private readonly lost = new Map<string, NodeJS.Timeout>();
  private closed = false;

  constructor(
    private readonly root: string,
    private readonly polling: 'auto' | 'on' | 'off',
    private readonly events: WatchEvents,
  ) {
    this.begin();
  }

  private begin(): void {
    if (this.closed) return;
    if (!existsSync(this.root)) {
      this.timer = setTimeout(() => this.begin(), LOOK_FOR_ROOT_EVERY_MS).unref();
      return;
    }
    this.watcher = watch(this.root, {
      ignoreInitial: true,
      followSymlinks: false,
      ignored: (path) => path !== this.root && isIgnored(basename(path)),
      awaitWriteFinish: { stabilityThreshold: QUIET_MS, pollInterval: 200 },
      ...(this.mustPoll() ? POLLING : {}),
    });
    this.watcher
      .on('add', (path) => this.tell(path, 'found'))
      .on('change', (path) => this.tell(path, 'found'))
      .on('unlink', (path) => this.loseLater(path))
      .on('unlinkDir', (path) => path === this.root && this.rootLost())
      // What came while we were not watching, and what an error hid, only a scan can tell.
      .on('ready', () => this.report(this.events.doubtful()))
      .on('error', (error) => {
        this.events.failed(error);
        this.report(this.events.doubtful());
      });
  }

  private mustPoll(): boolean {
    return this.polling === 'on' || (this.polling === 'auto' && isRemote(this.root));
  }

  private tell(path: string, event: 'found' | 'lost'): void {
    clearTimeout(this.lost.get(path));
    this.lost.delete(path);
    if (formatOfName(basename(path)) === undefined) return;
    this.report(this.events[event](relative(this.root, path).split(sep).join('/')));
  }

  private loseLater(path: string): void {
    this.lost.set(path, setTimeout(() => this.tell(path, 'lost'), LOST_AFTER_MS).unref());
  }

  /** The whole folder went away: no single file did. */
  private rootLost(): void {
    for (const timer of this.lost.values()) clearTimeout(timer);
    this.lost.clear();
    this.report(this.events.doubtful());
    void this.watcher?.close();
    this.timer = setTimeout(() => this.begin(), LOOK_FOR_ROOT_EVERY_MS).unref();
  }

  private report(told: Promise<unknown>): void {
    told.catch((error: unknown) => this.events.failed(error));
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    for (const timer of this.lost.values()) clearTimeout(timer);
    await this.watcher?.close();
  }
}

function isRemote(path: string): boolean {
  return REMOTE_FILE_SYSTEMS.has(Number(statfsSync(path).type));
}

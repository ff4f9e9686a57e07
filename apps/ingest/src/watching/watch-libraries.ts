import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { ingest } from '@octavo/contracts';
import { Announcements, Database, Leadership } from '@octavo/database';
import { formatOfName } from '@octavo/domain';
import { CONFIG, type Config } from '@octavo/platform';
import { Jobs, Schedules } from '@octavo/queue';
import { basename } from 'node:path';
import { PinoLogger } from 'nestjs-pino';
import { WakeImporters } from '../importing/wake-importers.js';
import { NoteSidecars } from './note-sidecars.js';
import type { FromWatcher } from './messages.js';
import { Watcher } from './watcher.js';

const LOOK_EVERY_MS = 5_000;

/**
 * Makes libraries of the folders in LIBRARY_DIRS, watches every library that is not paused (on one replica) and has it
 * scanned at the start and every SCAN_INTERVAL. Events are hints that make things quick; scans make them right.
 */
@Injectable()
export class WatchLibraries implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly leadership: Leadership;
  /** Libraries this replica watches, by their paths. */
  private readonly watched = new Map<string, string>();
  private readonly scheduled = new Map<string, () => void>();
  private timer: NodeJS.Timeout | undefined;
  private watcher: Watcher | undefined;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly schedules: Schedules,
    private readonly importers: WakeImporters,
    private readonly sidecars: NoteSidecars,
    private readonly announcements: Announcements,
    private readonly logger: PinoLogger,
  ) {
    this.leadership = new Leadership(config.DATABASE_URL!, 'watch libraries', () => this.lead());
  }

  async onApplicationBootstrap(): Promise<void> {
    for (const path of this.config.LIBRARY_DIRS) await this.database.libraries.ensure(path, basename(path) || path);
    await this.catchUp(true);
    // Without the database nothing is known of libraries; the next look is seconds away.
    this.timer = setInterval(() => void this.catchUp(false).catch(() => undefined), LOOK_EVERY_MS).unref();
    await this.leadership.start();
  }

  /** Takes notice of libraries that were added, paused, resumed or removed. */
  private async catchUp(starting: boolean): Promise<void> {
    const active = (await this.database.libraries.list()).filter(({ paused }) => !paused);
    const ids = new Set(active.map(({ id }) => id));
    for (const { id: libraryId } of active) {
      if (this.scheduled.has(libraryId)) continue;
      const stop = this.schedules.every(this.config.SCAN_INTERVAL, ingest.jobs.scanLibrary, { libraryId });
      this.scheduled.set(libraryId, stop);
      if (starting) await this.jobs.add(ingest.jobs.scanLibrary, { libraryId });
    }
    for (const [id, stop] of this.scheduled) {
      if (ids.has(id)) continue;
      stop();
      this.scheduled.delete(id);
    }
    if (this.watcher) await this.watchAll(this.watcher, active);
  }

  private async lead(): Promise<() => Promise<void>> {
    const watcher = new Watcher(
      (news) => void this.hear(news).catch((error: unknown) => this.miss(error)),
      (why) => this.logger.warn({ why }, 'watching has to begin again; scans go on'),
    );
    this.watcher = watcher;
    this.watched.clear();
    await this.watchAll(
      watcher,
      (await this.database.libraries.list()).filter(({ paused }) => !paused),
    );
    return async () => {
      this.watcher = undefined;
      await watcher.close();
    };
  }

  private async watchAll(watcher: Watcher, active: { id: string; path: string }[]): Promise<void> {
    for (const { id, path } of active) {
      if (this.watched.get(id) === path) continue;
      this.watched.set(id, path);
      await this.database.libraries.watched(id, 'STARTING');
      watcher.watch(id, { root: path, polling: this.config.WATCH_POLLING, quietMs: this.config.SETTLE_TIME });
    }
    for (const id of this.watched.keys()) {
      if (active.some((library) => library.id === id)) continue;
      this.watched.delete(id);
      watcher.leave(id);
      await this.database.libraries.watched(id, 'OFF');
    }
  }

  private async hear({ id: libraryId, found, lost, doubtful, mode }: FromWatcher): Promise<void> {
    const isBook = (path: string) => formatOfName(path) !== undefined;
    const paths = [...found, ...lost].filter(isBook);
    await this.sidecars.note(
      libraryId,
      [...found, ...lost].filter((path) => !isBook(path)),
    );
    if (paths.length > 0) await this.database.arrivals.note({ libraryId, paths, origin: 'watch' });
    if (found.length + lost.length > 0) await this.importers.wake(libraryId, paths.length > 100 ? undefined : 1);
    if (mode) {
      await this.database.libraries.watched(libraryId, mode.mode, mode.detail);
      this.announcements.announce('source', libraryId);
      if (mode.mode === 'DEGRADED') this.logger.warn({ libraryId, why: mode.detail }, 'watching is not complete');
    }
    if (doubtful) await this.jobs.add(ingest.jobs.scanLibrary, { libraryId });
  }

  /** What an event told is lost, as when the database is away: the next scan finds it. */
  private miss(error: unknown): void {
    this.logger.warn({ err: error }, 'what the watch told could not be noted; the next scan finds it');
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.leadership.close();
  }
}

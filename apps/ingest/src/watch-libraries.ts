import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { ingest } from '@octavo/contracts';
import { Database, Leadership, type Library } from '@octavo/database';
import { CONFIG, type Config } from '@octavo/platform';
import { Jobs, Schedules } from '@octavo/queue';
import { basename } from 'node:path';
import { PinoLogger } from 'nestjs-pino';
import { FolderWatch } from './folder-watch.js';

/**
 * Makes libraries of the folders in LIBRARY_DIRS, watches them (on one replica) and has every library scanned at the
 * start and every SCAN_INTERVAL. Events are hints that make things quick; the scans are what makes them right.
 */
@Injectable()
export class WatchLibraries implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly leadership: Leadership;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly schedules: Schedules,
    private readonly logger: PinoLogger,
  ) {
    this.leadership = new Leadership(config.DATABASE_URL!, 'watch libraries', () => this.watchAll());
  }

  async onApplicationBootstrap(): Promise<void> {
    for (const path of this.config.LIBRARY_DIRS) await this.database.libraries.ensure(path, basename(path) || path);
    for (const { id } of await this.database.libraries.list()) {
      await this.jobs.add(ingest.jobs.scanLibrary, { libraryId: id });
      this.schedules.every(this.config.SCAN_INTERVAL, ingest.jobs.scanLibrary, { libraryId: id });
    }
    await this.leadership.start();
  }

  private async watchAll(): Promise<() => Promise<void>> {
    const watches = (await this.database.libraries.list()).map((library) => this.watch(library));
    return async () => {
      await Promise.all(watches.map((watch) => watch.close()));
    };
  }

  private watch(library: Library): FolderWatch {
    const { id: libraryId, path: root } = library;
    return new FolderWatch(root, this.config.WATCH_POLLING, {
      found: (path) => this.jobs.add(ingest.jobs.importFile, { libraryId, path, origin: 'watch' }),
      lost: (path) => this.jobs.add(ingest.jobs.forgetFile, { libraryId, path }),
      doubtful: () => this.jobs.add(ingest.jobs.scanLibrary, { libraryId }),
      failed: (error) => this.logger.warn({ err: error, library: root }, 'watching is not complete; scans go on'),
    });
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.leadership.close();
  }
}

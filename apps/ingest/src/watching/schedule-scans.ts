import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { ingest } from '@octavo/contracts';
import { Database } from '@octavo/database';
import { CONFIG, type Config } from '@octavo/platform';
import { Jobs, Schedules } from '@octavo/queue';
import { basename } from 'node:path';

const LOOK_EVERY_MS = 5_000;

/**
 * Makes libraries of the folders in LIBRARY_DIRS, and has every library that is not paused scanned at the start and
 * every SCAN_INTERVAL: events make things quick, scans make them right.
 */
@Injectable()
export class ScheduleScans implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly scheduled = new Map<string, () => void>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly schedules: Schedules,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    for (const path of this.config.LIBRARY_DIRS) await this.database.libraries.ensure(path, basename(path) || path);
    await this.catchUp(true);
    // Without the database nothing is known of libraries; the next look is seconds away.
    this.timer = setInterval(() => void this.catchUp(false).catch(() => undefined), LOOK_EVERY_MS).unref();
  }

  /** Takes notice of libraries that were added, paused, resumed or removed, and of those somebody wants scanned. */
  private async catchUp(starting: boolean): Promise<void> {
    const active = await this.database.libraries.active();
    const ids = new Set(active.map(({ id }) => id));
    for (const [id, stop] of this.scheduled) {
      if (ids.has(id)) continue;
      stop();
      this.scheduled.delete(id);
    }
    for (const { id: libraryId, scanWanted } of active) {
      if (starting || scanWanted) await this.jobs.add(ingest.jobs.scanLibrary, { libraryId });
      if (this.scheduled.has(libraryId)) continue;
      const stop = this.schedules.every(this.config.SCAN_INTERVAL, ingest.jobs.scanLibrary, { libraryId });
      this.scheduled.set(libraryId, stop);
    }
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.timer);
  }
}

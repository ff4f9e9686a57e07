import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { webdavSync } from '@octavo/contracts';
import { Database } from '@octavo/database';
import { CONFIG, type Config } from '@octavo/platform';
import { Jobs } from '@octavo/queue';

const LOOK_EVERY_MS = 5_000;
/** Whoever was asked has begun by then, or is asked again. */
const ASK_AGAIN_SEC = 60;

/**
 * Has libraries on other servers compared when they are due. The database says when that is, so that neither a restart
 * nor an empty queue forgets any; only as many are asked for as may be compared now.
 */
@Injectable()
export class ScheduleSyncs implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly jobs: Jobs,
  ) {}

  onApplicationBootstrap(): void {
    // Without the database nothing is known of connections; the next look is seconds away.
    this.timer = setInterval(() => void this.look().catch(() => undefined), LOOK_EVERY_MS).unref();
  }

  private async look(): Promise<void> {
    const { connections } = this.database;
    const free = this.config.WEBDAV_MAX_CONCURRENCY - (await connections.underWay());
    if (free <= 0) return;
    for (const libraryId of await connections.due(free)) {
      await connections.asked(libraryId, ASK_AGAIN_SEC);
      await this.jobs.add(webdavSync.jobs.syncSource, { libraryId, preview: false });
    }
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.timer);
  }
}

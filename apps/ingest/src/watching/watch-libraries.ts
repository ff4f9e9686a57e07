import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Database, Leadership } from '@octavo/database';
import { CONFIG, type Config } from '@octavo/platform';
import { PinoLogger } from 'nestjs-pino';
import { HearOfChanges } from './hear-of-changes.js';
import type { FromWatcher } from './messages.js';
import { Watcher } from './watcher.js';

const LOOK_EVERY_MS = 5_000;

/** Has every library watched that is not paused, by one replica. */
@Injectable()
export class WatchLibraries implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly leadership: Leadership;
  /** What this replica watches: paths of libraries by their ids. */
  private readonly watched = new Map<string, string>();
  private watcher: Watcher | undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly changes: HearOfChanges,
    private readonly logger: PinoLogger,
  ) {
    this.leadership = new Leadership(config.DATABASE_URL!, 'watch libraries', () => this.lead());
  }

  async onApplicationBootstrap(): Promise<void> {
    // Without the database nothing is known of libraries; the next look is seconds away.
    this.timer = setInterval(() => void this.catchUp().catch(() => undefined), LOOK_EVERY_MS).unref();
    await this.leadership.start();
  }

  private async lead(): Promise<() => Promise<void>> {
    const watcher = new Watcher(
      (news) => void this.hear(news),
      (why) => this.logger.warn({ why }, 'watching has to begin again; scans go on'),
    );
    this.watcher = watcher;
    this.watched.clear();
    await this.catchUp();
    return async () => {
      this.watcher = undefined;
      await watcher.close();
    };
  }

  /** What an event told is lost when it cannot be noted, as when the database is away: the next scan finds it. */
  private async hear(news: FromWatcher): Promise<void> {
    if (news.mode?.mode === 'DEGRADED')
      this.logger.warn({ library: news.id, why: news.mode.detail }, 'watching is not complete');
    try {
      await this.changes.hear(news);
    } catch (error) {
      this.logger.warn({ err: error }, 'what the watch told could not be noted; the next scan finds it');
    }
  }

  /** Takes notice of libraries that were added, paused, resumed or removed. */
  private async catchUp(): Promise<void> {
    const { watcher } = this;
    if (!watcher) return;
    const active = new Map((await this.database.libraries.active()).map(({ id, path }) => [id, path]));
    for (const [id, path] of active) {
      if (this.watched.get(id) === path) continue;
      this.watched.set(id, path);
      await this.database.libraries.watched(id, 'STARTING');
      watcher.watch(id, { root: path, polling: this.config.WATCH_POLLING, quietMs: this.config.SETTLE_TIME });
    }
    for (const id of this.watched.keys()) {
      if (active.has(id)) continue;
      this.watched.delete(id);
      watcher.leave(id);
      await this.database.libraries.watched(id, 'OFF');
    }
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.leadership.close();
  }
}

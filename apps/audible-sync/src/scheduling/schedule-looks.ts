import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { audibleSync } from '@octavo/contracts';
import { Database } from '@octavo/database';
import { Jobs } from '@octavo/queue';

const LOOK_EVERY_MS = 5_000;
/** Whoever was asked has begun by then, or is asked again. */
const ASK_AGAIN_SEC = 60;
const AT_ONCE = 10;

/** Has stores looked at when they are due. The database says when that is, so that neither a restart nor an empty queue forgets any. */
@Injectable()
export class ScheduleLooks implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
  ) {}

  onApplicationBootstrap(): void {
    // Without the database nothing is known of accounts; the next look is seconds away.
    this.timer = setInterval(() => void this.look().catch(() => undefined), LOOK_EVERY_MS).unref();
  }

  private async look(): Promise<void> {
    const { audibleStores } = this.database;
    for (const storeId of await audibleStores.due(AT_ONCE)) {
      await audibleStores.asked(storeId, ASK_AGAIN_SEC);
      await this.jobs.add(audibleSync.jobs.syncStore, { storeId, full: false });
    }
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.timer);
  }
}

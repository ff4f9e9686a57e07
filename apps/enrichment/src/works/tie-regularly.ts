import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { enrichment } from '@octavo/contracts';
import { Database } from '@octavo/database';
import { Jobs } from '@octavo/queue';

const LOOK_EVERY_MS = 10_000;

/** Has books compared whenever there are some nobody compared as they are now, once no new ones come in any more. */
@Injectable()
export class TieRegularly implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
  ) {}

  onApplicationBootstrap(): void {
    // Without the database nothing is known of books; the next look is seconds away.
    this.timer = setInterval(() => void this.look().catch(() => undefined), LOOK_EVERY_MS).unref();
  }

  private async look(): Promise<void> {
    const { arrivals, works } = this.database;
    if ((await arrivals.due()).length > 0) return;
    if ((await works.toCompare(1)).length > 0) await this.jobs.add(enrichment.jobs.tieWorks, {});
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.timer);
  }
}

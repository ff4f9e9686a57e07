import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { enrichment } from '@octavo/contracts';
import { Database } from '@octavo/database';
import { CONFIG, type Config } from '@octavo/platform';
import { Jobs, Schedules } from '@octavo/queue';

const EVERY_MS = 10 * 60_000;
const LOOK_EVERY_MS = 15_000;
const FEW_LEFT = 20;

/** Sweeps at the start, every ten minutes, and whenever little is left to do while there are books nobody asked about. */
@Injectable()
export class SweepRegularly implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly schedules: Schedules,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.add(enrichment.jobs.sweep, {});
    this.schedules.every(EVERY_MS, enrichment.jobs.sweep, {});
    // Without the database nothing is known of books; the next look is seconds away.
    this.timer = setInterval(() => void this.askForMore().catch(() => undefined), LOOK_EVERY_MS).unref();
  }

  private async askForMore(): Promise<void> {
    const { bookEnrichments, jobRuns } = this.database;
    if ((await jobRuns.countWaiting('enrichment', 'enrichBook')) > FEW_LEFT) return;
    if ((await jobRuns.countWaiting('enrichment', 'sweep')) > 0) return;
    const [some] = await bookEnrichments.due(1, this.config.ENRICHMENT);
    if (some) await this.jobs.add(enrichment.jobs.sweep, {});
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.timer);
  }
}

import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { conversion } from '@octavo/contracts';
import { Database } from '@octavo/database';
import { Jobs, Schedules } from '@octavo/queue';
import { MakeKepub } from './converting/make-kepub.js';
import { filesToWrite } from './writing/files-to-write.js';

const EVERY_MS = 60 * 60_000;
const LOOK_EVERY_MS = 5_000;
const FEW_LEFT = 20;

/**
 * Sweeps at the start, when converters or settings may be new, every hour, and whenever almost nothing of what was asked for
 * waits any more while there are books, or files to be written into, nobody has asked for yet.
 */
@Injectable()
export class SweepRegularly implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly schedules: Schedules,
    private readonly kepubs: MakeKepub,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.add(conversion.jobs.sweep, {});
    this.schedules.every(EVERY_MS, conversion.jobs.sweep, {});
    // Without the database nothing is known of books; the next look is seconds away.
    this.timer = setInterval(() => void this.askForMore().catch(() => undefined), LOOK_EVERY_MS).unref();
  }

  private async askForMore(): Promise<void> {
    const { arrivals, books, jobRuns } = this.database;
    if ((await arrivals.due()).length > 0) return; // new books come first; what is made of them can wait
    if ((await jobRuns.countWaiting('conversion', 'prepareBook')) > FEW_LEFT) return;
    if ((await jobRuns.countWaiting('conversion', 'writeMetadata')) > FEW_LEFT) return;
    if ((await jobRuns.countWaiting('conversion', 'sweep')) > 0) return;
    const [book] = await books.unprepared(await this.kepubs.preparationToJudgeBy(), 1);
    const [file] = book ? [] : await filesToWrite(this.database, 1);
    if (book ?? file) await this.jobs.add(conversion.jobs.sweep, {});
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.timer);
  }
}

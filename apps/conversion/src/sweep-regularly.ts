import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { conversion } from '@octavo/contracts';
import { Jobs, Schedules } from '@octavo/queue';

const EVERY_MS = 60 * 60_000;

/** Sweeps at the start, when a new converter may have come, and every hour. */
@Injectable()
export class SweepRegularly implements OnApplicationBootstrap {
  constructor(
    private readonly jobs: Jobs,
    private readonly schedules: Schedules,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.add(conversion.jobs.sweep, {});
    this.schedules.every(EVERY_MS, conversion.jobs.sweep, {});
  }
}

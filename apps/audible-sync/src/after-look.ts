import { Injectable } from '@nestjs/common';
import { audibleSync, enrichment } from '@octavo/contracts';
import { Announcements } from '@octavo/database';
import { Jobs } from '@octavo/queue';

/** Who is to know of a look, and what is to be done after it. */
@Injectable()
export class AfterLook {
  constructor(
    private readonly jobs: Jobs,
    private readonly announcements: Announcements,
  ) {}

  tell(storeId: string): void {
    this.announcements.announce('source', storeId);
  }

  async askForMore(): Promise<void> {
    await this.jobs.add(audibleSync.jobs.fetchCovers, {});
    await this.jobs.add(audibleSync.jobs.listSeries, {});
    await this.jobs.add(enrichment.jobs.tieWorks, {});
  }
}

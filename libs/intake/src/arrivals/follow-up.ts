import { Inject, Injectable } from '@nestjs/common';
import { conversion, enrichment } from '@octavo/contracts';
import { Announcements } from '@octavo/database';
import { CONFIG, type Config } from '@octavo/platform';
import { Jobs } from '@octavo/queue';
import type { KeptArrival } from './conclude-batch.js';

/**
 * Tells of new and changed books, and asks for what is to be made of them: for what somebody just brought, at once; for
 * what a scan found, when the scan is done, since making thousands of KEPUBs meanwhile would only keep the books
 * themselves waiting.
 */
@Injectable()
export class FollowUp {
  constructor(
    private readonly jobs: Jobs,
    private readonly announcements: Announcements,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Of a batch, once it is kept. */
  async kept(kept: KeptArrival[]): Promise<void> {
    for (const { bookId } of kept.map((one) => one.kept)) this.announcements.announce('book', bookId);
    const now = kept.filter(({ origin, provisional }) => origin !== 'scan' && !provisional);
    const covers = new Set(now.flatMap(({ coverId }) => coverId ?? []));
    const books = new Set(now.map(({ kept: { bookId } }) => bookId));
    if (covers.size > 0)
      await this.jobs.addMany(
        conversion.jobs.renderCover,
        [...covers].map((coverId) => ({ coverId })),
      );
    if (books.size === 0) return;
    const all = [...books].map((bookId) => ({ bookId }));
    await this.jobs.addMany(conversion.jobs.prepareBook, all);
    const isNew = now.some(({ kept: { outcome } }) => outcome === 'added');
    if (this.config.ENRICHMENT && isNew) await this.jobs.add(enrichment.jobs.sweep, {});
  }

  /** Of a scan that is done: for all books at once that nobody has asked for yet. */
  async scanned(): Promise<void> {
    await this.jobs.add(conversion.jobs.sweep, {});
    if (this.config.ENRICHMENT) await this.jobs.add(enrichment.jobs.sweep, {});
  }
}

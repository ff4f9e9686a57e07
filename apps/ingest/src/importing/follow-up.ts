import { Injectable } from '@nestjs/common';
import { conversion } from '@octavo/contracts';
import { Announcements } from '@octavo/database';
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
    if (books.size > 0)
      await this.jobs.addMany(
        conversion.jobs.prepareBook,
        [...books].map((bookId) => ({ bookId })),
      );
  }

  /** Of a scan that is done: for all books at once that nobody has asked for yet. */
  async scanned(): Promise<void> {
    await this.jobs.add(conversion.jobs.sweep, {});
  }
}

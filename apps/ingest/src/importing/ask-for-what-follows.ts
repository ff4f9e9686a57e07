import { Injectable } from '@nestjs/common';
import { conversion } from '@octavo/contracts';
import { Jobs } from '@octavo/queue';
import type { KeptArrival } from './conclude-batch.js';

/**
 * Asks for what is to be made of new and changed books. For what somebody just brought, at once; for what a scan found,
 * the scan asks when it is done: making thousands of KEPUBs meanwhile would only keep the books themselves waiting.
 */
@Injectable()
export class AskForWhatFollows {
  constructor(private readonly jobs: Jobs) {}

  async ask(kept: KeptArrival[]): Promise<void> {
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

  /** For all books at once that nobody has asked for yet. */
  async askForRest(): Promise<void> {
    await this.jobs.add(conversion.jobs.sweep, {});
  }
}

import { Injectable } from '@nestjs/common';
import { conversion, type JobContext, type PayloadOf, type Processor, type ResultOf } from '@octavo/contracts';
import { Announcements, Database, kepubOf, settleRights } from '@octavo/database';
import { type DeliveryPlan, deliveryForm, DomainError } from '@octavo/domain';
import { Jobs } from '@octavo/queue';
import { MakeKepub } from './converting/make-kepub.js';
import { SettleForm } from './settle-form.js';

type Job = typeof conversion.jobs.prepareBook;

/**
 * Settles in which form devices get a book: converts it first where that is wanted, then tells the devices. A book is
 * announced to a device only after this, so that nothing a device asks for has to be made while it waits.
 */
@Injectable()
export class PrepareBook implements Processor<Job> {
  constructor(
    private readonly database: Database,
    private readonly settleForm: SettleForm,
    private readonly kepubs: MakeKepub,
    private readonly announcements: Announcements,
    private readonly jobs: Jobs,
  ) {}

  async process({ bookId }: PayloadOf<Job>, context: JobContext): Promise<ResultOf<Job>> {
    // It may have been asked for when it had just come, or by whoever has no device for it by now.
    await this.database.unaskedBooks.settle(bookId);
    const book = await this.database.books.find(bookId);
    if (!book) throw new DomainError('book.not-found');
    if (book.deliveryForm === 'unasked') return { form: 'unasked', reason: null };
    const preparation = await this.kepubs.preparation();
    const plan = await this.settleForm.of(book, context);
    await this.settle(bookId, plan, preparation);
    await this.askForPlaces(bookId, plan);
    this.announcements.announce('book', bookId);
    return { form: plan.form, reason: plan.reason };
  }

  private async settle(bookId: string, plan: DeliveryPlan, preparation: string): Promise<void> {
    const form = deliveryForm(plan);
    await this.database.transaction(async (repositories) => {
      const { books, entitlements } = repositories;
      const before = await books.setDeliveryForm(bookId, form, preparation);
      await entitlements.lock();
      if (form !== 'none' && before !== null && before !== form) await entitlements.touch(bookId, 'file');
      await settleRights(repositories, { books: [bookId] });
    });
  }

  /** Only where somebody's bookmark has no place in the KEPUB: of most books nobody has read a page yet. */
  private async askForPlaces(bookId: string, plan: DeliveryPlan): Promise<void> {
    if (plan.form !== 'kepub') return;
    const { file, convert } = plan;
    const content = convert ? (await this.database.convertedFiles.of(kepubOf(file)))?.checksum : file.fingerprint;
    const unplaced = content ? await this.database.readingStates.unplaced(bookId, content) : [];
    if (unplaced.length > 0) await this.jobs.add(conversion.jobs.placeReadings, { bookId });
  }
}

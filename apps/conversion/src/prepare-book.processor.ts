import { Inject, Injectable } from '@nestjs/common';
import { conversion, type JobContext, type PayloadOf, type Processor, type ResultOf } from '@octavo/contracts';
import { Announcements, Database, deliverableFiles, settleRights } from '@octavo/database';
import { type DeliveryPlan, deliveryForm, DomainError, planDelivery } from '@octavo/domain';
import { CONFIG, type Config } from '@octavo/platform';
import { Jobs } from '@octavo/queue';
import { ConvertFile } from './convert-file.js';

type Job = typeof conversion.jobs.prepareBook;
type Plan = DeliveryPlan;

/**
 * Settles in which form devices get a book: converts it first where that is wanted, then tells the devices. A book is
 * announced to a device only after this, so that nothing a device asks for has to be made while it waits.
 */
@Injectable()
export class PrepareBook implements Processor<Job> {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly convertFile: ConvertFile,
    private readonly announcements: Announcements,
    private readonly jobs: Jobs,
  ) {}

  async process({ bookId }: PayloadOf<Job>, context: JobContext): Promise<ResultOf<Job>> {
    const book = await this.database.books.find(bookId);
    if (!book) throw new DomainError('book.not-found');
    const plan = await this.carryOut(planDelivery(deliverableFiles(book), this.config.KEPUB_CONVERT), context);
    await this.settle(bookId, plan);
    await this.askForPlaces(bookId, plan);
    this.announcements.announce('book', bookId);
    return { form: plan.form, reason: plan.reason };
  }

  /** Converts where the plan says so; a book that cannot be converted goes as the EPUB it is. */
  private async carryOut(plan: Plan, context: JobContext): Promise<Plan> {
    if (plan.form === 'none' || !plan.convert) return plan;
    try {
      await this.convertFile.toKepub(plan.file.id, context);
      return plan;
    } catch (error) {
      if (!(error instanceof DomainError) || (error.kind !== 'corrupt' && error.kind !== 'unsupported')) throw error;
      return { form: 'epub', file: plan.file, convert: false, reason: error.detail };
    }
  }

  private async settle(bookId: string, plan: Plan): Promise<void> {
    const form = deliveryForm(plan);
    await this.database.transaction(async (repositories) => {
      const { books, entitlements } = repositories;
      const before = await books.setDeliveryForm(bookId, form);
      await entitlements.lock();
      if (form !== 'none' && before !== null && before !== form) await entitlements.touch(bookId, 'file');
      await settleRights(repositories, { books: [bookId] });
    });
  }

  /** Only where somebody's bookmark has no place in the KEPUB: of most books nobody has read a page yet. */
  private async askForPlaces(bookId: string, plan: Plan): Promise<void> {
    if (plan.form !== 'kepub') return;
    const { file, convert } = plan;
    const converted = convert ? await this.database.files.converted(file.id, 'kepub') : null;
    const content = convert ? converted?.checksum : file.fingerprint;
    const unplaced = content ? await this.database.readingStates.unplaced(bookId, content) : [];
    if (unplaced.length > 0) await this.jobs.add(conversion.jobs.placeReadings, { bookId });
  }
}

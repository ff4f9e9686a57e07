import { Inject, Injectable } from '@nestjs/common';
import type { JobContext } from '@octavo/contracts';
import { Database, deliverableFiles, kepubOf, type WholeBook } from '@octavo/database';
import { type DeliverableFile, type DeliveryPlan, DomainError, planDelivery, unconverted } from '@octavo/domain';
import { CONFIG, type Config } from '@octavo/platform';
import { ConvertFile } from './converting/convert-file.js';
import { conversionPolicy } from './converting/kepub-options.js';
import { ReplaceOriginal } from './replacing/replace-original.js';

/** Finds out in which form devices get a book, and sees to it that this form is there. */
@Injectable()
export class SettleForm {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly convertFile: ConvertFile,
    private readonly replaceOriginal: ReplaceOriginal,
  ) {}

  /** A book that cannot be converted goes as the EPUB it is, a comic not at all. */
  async of(book: WholeBook, context: JobContext): Promise<DeliveryPlan> {
    const plan = planDelivery(deliverableFiles(book), conversionPolicy(this.config));
    if (plan.form === 'none' || !plan.convert) return plan;
    try {
      await this.convertFile.toKepub(plan.file.id, context);
    } catch (error) {
      if (!(error instanceof DomainError) || (error.kind !== 'corrupt' && error.kind !== 'unsupported')) throw error;
      return unconverted(plan.file, error.detail);
    }
    return (await this.inPlaceOf(plan.file)) ?? plan;
  }

  /** Where the operator asked for it, the KEPUB takes the place of the EPUB; where it cannot, both stay. */
  private async inPlaceOf(file: DeliverableFile): Promise<DeliveryPlan | undefined> {
    if (!this.config.KEPUB_REPLACE_ORIGINAL || file.format !== 'epub') return undefined;
    try {
      const content = await this.replaceOriginal.replace(file.id);
      if (!content) return undefined;
      const { fingerprint, size } = content;
      return { form: 'kepub', file: { ...file, format: 'kepub', fingerprint, size }, convert: false, reason: null };
    } catch (error) {
      if (!(error instanceof DomainError) || error.code === 'file.settling') throw error;
      await this.database.convertedFiles.remark(
        kepubOf(file),
        `It could not take the place of the EPUB. ${error.detail}`,
      );
      return undefined;
    }
  }
}

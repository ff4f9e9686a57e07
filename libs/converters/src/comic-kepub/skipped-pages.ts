import { DomainError } from '@octavo/domain';
import type { ConversionReport } from '../converter.js';
import { MOST_LOST } from './limits.js';
import { PageUnshowable } from './page-image.js';
import { plainLine } from './plain-line.js';

/** The pages that had to be left out, and how many are too many. */
export class SkippedPages {
  constructor(
    private readonly pageCount: number,
    private readonly list: ConversionReport['skipped'],
  ) {}

  /**
   * Notes why a page is left out. Throws what is no fault of one page, and, once too many are gone, the problem of the
   * page that made it too many: 'conversion.failed' for an image, else what the archive said.
   */
  add(name: string, error: unknown): void {
    const reason = reasonOf(error);
    this.list.push({ name: plainLine(name), reason: plainLine(reason) });
    if (this.list.length <= this.pageCount * MOST_LOST) return;
    const code = error instanceof DomainError ? error.code : 'conversion.failed';
    const detail = `Too many of the ${this.pageCount} pages cannot be read. "${plainLine(name)}": ${reason}`;
    throw new DomainError(code, detail, { cause: error });
  }
}

/** Damage and what no Kobo shows are a page's own; anything else ends the conversion. */
function reasonOf(error: unknown): string {
  if (error instanceof PageUnshowable) return error.message;
  if (error instanceof DomainError && error.kind === 'corrupt') return error.detail;
  throw error;
}

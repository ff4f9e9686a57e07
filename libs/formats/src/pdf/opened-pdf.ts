import { DomainError } from '@octavo/domain';
import type { BoundedSource } from './bounded-source.js';
import type { PdfDocument } from './load-pdfjs.js';

/** An open document and everything that ends a wait for it: the clock, its source, its closing. */
export class OpenedPdf {
  constructor(
    readonly document: PdfDocument,
    readonly source: BoundedSource,
    /** Rejects when the source fails or its limit is reached: pdf.js would wait for the bytes for ever. */
    private readonly broken: Promise<never>,
    readonly close: () => Promise<void>,
  ) {}

  /**
   * What pdf.js answers within so many milliseconds, or undefined with the reason in `warn`: most of what it stumbles
   * over costs a part of the book, not the book. What the source throws is let through.
   */
  async attempt<T>(
    milliseconds: number,
    work: () => Promise<T>,
    warn: (reason: string) => void,
  ): Promise<T | undefined> {
    try {
      return await inTime(milliseconds, Promise.race([work(), this.broken]));
    } catch (error) {
      if (this.source.failure !== undefined) throw this.source.failure.error;
      warn(error instanceof Error ? error.message : String(error));
      return undefined;
    }
  }
}

/** Throws 'file.unreadable' when the time is over. What is still going on then is nobody's any more. */
export async function inTime<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DomainError('file.unreadable', 'It took too long.')), milliseconds);
  });
  try {
    return await Promise.race([work, over]);
  } finally {
    clearTimeout(timer);
  }
}

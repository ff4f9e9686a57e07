import type { BoundedSource } from './bounded-source.js';
import type { Pdfjs } from './load-pdfjs.js';

export interface SourceRanges {
  /** What pdf.js asks for bytes. */
  range: InstanceType<Pdfjs['PDFDataRangeTransport']>;
  /** Rejects with the first range that cannot be read. Never resolves. */
  broken: Promise<never>;
  /** Whatever comes from the source after this is dropped. */
  stop: () => void;
}

/** A source in the form pdf.js reads by ranges. pdf.js has no word for a failed range, so that is told beside it. */
export function rangesOf({ PDFDataRangeTransport }: Pdfjs, source: BoundedSource): SourceRanges {
  const { promise: broken, reject } = Promise.withResolvers<never>();
  broken.catch(() => undefined); // most files never break, and then nobody listens
  let stopped = false;

  class Ranges extends PDFDataRangeTransport {
    override requestDataRange(begin: number, end: number): void {
      void this.#answer(begin, end);
    }

    async #answer(begin: number, end: number): Promise<void> {
      try {
        const bytes = await source.read(begin, end - begin);
        if (!stopped) this.onDataRange(begin, bytes);
      } catch (error) {
        reject(error);
      }
    }
  }
  return { range: new Ranges(source.size, null), broken, stop: () => void (stopped = true) };
}

import type { Format, RandomAccess } from '@octavo/domain';
import type { Writable } from 'node:stream';
import type { PageMaker } from './beside/page-maker.js';
import type { KepubOptions } from './kepub/kepub-options.js';

/** What a conversion did, for the job's result and the book's page. */
export interface ConversionReport {
  /** Content documents that were rewritten. */
  converted: number;
  /** How many of these were not well-formed and had to be mended. */
  fallbacks: number;
  /** Content documents that were left as they were, and why. */
  skipped: { name: string; reason: string }[];
  /** Content documents that were rewritten, but not in every way asked for. */
  remarks?: { name: string; remark: string }[];
}

export interface ConvertOptions {
  /** Called after each content document. */
  progress?: (done: number, total: number) => void;
  signal?: AbortSignal;
  /** Called once with the names of the book's own content documents, which the result must have. */
  pages?: (names: readonly string[]) => void;
  /** Who makes some of the pages of a long book. The result is the same. */
  second?: PageMaker;
  /** For conversions to KEPUB; what is not named is as in DEFAULT_KEPUB_OPTIONS. */
  kepub?: Partial<KepubOptions>;
}

/**
 * The seam every conversion stands behind. Equal input gives equal bytes. `out` is ended after the last byte, destroyed
 * on failure. Throws DomainError 'format.encrypted' for DRM, 'format.unsupported' for books better left as they are,
 * 'conversion.failed' for what cannot be converted, 'archive.bomb' and 'file.unreadable' for hostile or broken input;
 * once aborted, the signal's reason.
 */
export interface Converter {
  readonly from: Format;
  readonly to: Format;
  /** A new version makes what older ones wrote stale. */
  readonly version: number;
  convert(source: RandomAccess, out: Writable, options?: ConvertOptions): Promise<ConversionReport>;
}

import type { Format } from '@octavo/domain';
import type { ConversionReport } from '../converter.js';
import type { KepubOptions } from '../kepub/kepub-options.js';
import type { VerifiedKepub } from '../kepub/verify-kepub.js';

/** What a conversion thread can be asked for; the source is what the book is converted from. */
export type ConversionTask =
  | WritingTask
  /** Verifies a KEPUB that another program wrote to `target`. */
  | { do: 'verify'; target: string };

/** Writes the KEPUB to `target` and verifies it. */
export interface WritingTask {
  do: 'convert';
  from: Format;
  target: string;
  options: Partial<KepubOptions>;
}

export interface ConversionResult extends VerifiedKepub {
  /** What the converter told; of a file that was only verified, nothing. */
  report: ConversionReport;
}

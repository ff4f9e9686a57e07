import type { Format } from '@octavo/domain';
import { cbrToKepub, cbzToKepub } from './comic-kepub/comic-to-kepub.js';
import type { Converter } from './converter.js';
import { epubToKepub } from './kepub/epub-to-kepub.js';

/** Every conversion there is; a new one is added here. */
export const converters: readonly Converter[] = [epubToKepub, cbzToKepub, cbrToKepub];

/** Undefined when nothing turns `from` into `to`. */
export function converterFor(from: Format, to: Format): Converter | undefined {
  return converters.find((converter) => converter.from === from && converter.to === to);
}

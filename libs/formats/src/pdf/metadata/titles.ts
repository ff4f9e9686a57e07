import { cleanTitle } from '@octavo/domain';
import { plainText } from '../../text/plain-text.js';
import { isJunkTitle } from './junk.js';
import type { PdfMetadata } from './pdf-metadata.js';

export interface Titles {
  title?: string;
  subtitle?: string;
  warning?: string;
}

/** The first title that is one, XMP before the information dictionary unless that is newer. */
export function titlesOf(metadata: PdfMetadata): Titles {
  const written = writtenTitles(metadata);
  const title = written.find((text) => !isJunkTitle(text, metadata.stem));
  const subtitle = plainText(metadata.inDefaultLanguage('prism', 'subtitle') ?? '');
  return {
    title: title === undefined ? undefined : cleanTitle(title),
    subtitle: title === undefined || subtitle === '' ? undefined : cleanTitle(subtitle),
    warning: title === undefined ? reason(written[0]) : undefined,
  };
}

/** Every title the file has, junk or not, the most trusted first. */
export function writtenTitles(metadata: PdfMetadata): string[] {
  const xmp = metadata.inDefaultLanguage('dc', 'title');
  const info = metadata.infoLine('title');
  const titles = metadata.infoIsNewer ? [info, xmp] : [xmp, info];
  return titles.map((text) => plainText(text ?? '')).filter((text) => text !== '');
}

function reason(junk: string | undefined): string {
  return junk === undefined
    ? 'The book does not name its title.'
    : `The title "${junk.slice(0, 60)}" says no more than the name of the file.`;
}

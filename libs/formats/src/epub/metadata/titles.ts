import { cleanTitle } from '@octavo/domain';
import type { MetadataEntry } from '../package-document.js';
import { calibreColumns } from './calibre-columns.js';
import type { PackageMetadata } from './package-metadata.js';
import { plainText } from '../../text/plain-text.js';

export interface Titles {
  title?: string;
  subtitle?: string;
  sortTitle?: string;
}

/**
 * Main title, subtitle and sort form (EPUB 3.3 §D.3.9 title-type). Without types the first title counts, never the
 * last: that would often be the subtitle.
 */
export function titlesOf(metadata: PackageMetadata): Titles {
  const elements = metadata.inDisplayOrder(metadata.fields('title')).filter(({ text }) => plainText(text) !== '');
  const typed = (...types: string[]) =>
    elements.find((element) => types.includes((metadata.refined(element, 'title-type') ?? '').toLowerCase()));
  const subtitle = typed('subtitle') ?? elements.find(({ attributes }) => /subtitle/i.test(attributes['id'] ?? ''));
  const untyped = elements.find(
    (element) => element !== subtitle && metadata.refined(element, 'title-type') === undefined,
  );
  const main = typed('main') ?? untyped ?? typed('expanded', 'extended') ?? elements[0];
  return {
    title: titleText(main),
    subtitle: main === subtitle ? undefined : (titleText(subtitle) ?? columnSubtitle(metadata)),
    sortTitle: main === undefined ? undefined : sortForm(metadata, main),
  };
}

function titleText(element: MetadataEntry | undefined): string | undefined {
  return element === undefined ? undefined : cleanTitle(plainText(element.text));
}

function sortForm(metadata: PackageMetadata, main: MetadataEntry): string | undefined {
  const given =
    metadata.refined(main, 'file-as') ?? main.attributes['file-as'] ?? metadata.content('calibre:title_sort');
  return given === undefined ? undefined : plainText(given) || undefined;
}

function columnSubtitle(metadata: PackageMetadata): string | undefined {
  const value = calibreColumns(metadata).get('#subtitle')?.value;
  return typeof value === 'string' ? plainText(value) || undefined : undefined;
}

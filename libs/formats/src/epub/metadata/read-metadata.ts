import { emptyDraft, normaliseLanguage, type BookDraft } from '@octavo/domain';
import type { EpubPackage } from '../open-epub.js';
import { calibreColumns } from './calibre-columns.js';
import { descriptionOf } from './description.js';
import { identifiersOf } from './identifiers.js';
import { PackageMetadata } from './package-metadata.js';
import { peopleOf } from './people.js';
import { plainText } from '../../text/plain-text.js';
import { publishedOf } from './published.js';
import { seriesOf } from './series.js';
import { subjectsOf } from './subjects.js';
import { titlesOf } from './titles.js';

/** As much of a package as its metadata is read from, which a bare package document has too. */
export type DescribedPackage = Pick<EpubPackage, 'metadata' | 'uniqueIdentifier' | 'layout' | 'drm' | 'warnings'>;

/** What the package document says of the book, without its cover. What is missing or wrong becomes a warning. */
export function readMetadata(epub: DescribedPackage): BookDraft {
  const metadata = new PackageMetadata(epub.metadata);
  const titles = titlesOf(metadata);
  const { published, warning } = publishedOf(metadata);
  return {
    ...emptyDraft(),
    ...titles,
    contributors: peopleOf(metadata),
    series: seriesOf(metadata),
    description: descriptionOf(metadata, titles.title),
    publisher: publisherOf(metadata),
    published,
    language: languageOf(metadata),
    identifiers: identifiersOf(metadata, epub.uniqueIdentifier),
    subjects: subjectsOf(metadata),
    pageCount: pageCountOf(metadata),
    layout: epub.layout,
    drm: epub.drm,
    warnings: [
      ...epub.warnings,
      ...(titles.title === undefined ? ['The book does not name its title.'] : []),
      ...(warning === undefined ? [] : [warning]),
    ],
  };
}

function publisherOf(metadata: PackageMetadata): string | undefined {
  return metadata
    .fields('publisher')
    .map(({ text }) => plainText(text))
    .find((name) => name !== '' && !/^(?:unknown|n\/a|none)$/i.test(name));
}

function languageOf(metadata: PackageMetadata): string | undefined {
  for (const { text } of metadata.fields('language')) {
    const language = normaliseLanguage(plainText(text));
    if (language !== undefined) return language;
  }
  return undefined;
}

function pageCountOf(metadata: PackageMetadata): number | undefined {
  const columns = calibreColumns(metadata);
  const claimed = [
    metadata.properties('schema:numberOfPages')[0]?.text,
    ...['#pages', '#pagecount', '#page_count'].map((name) => columns.get(name)?.value),
  ];
  return claimed.map(Number).find((pages) => Number.isInteger(pages) && pages > 0 && pages < 100_000);
}

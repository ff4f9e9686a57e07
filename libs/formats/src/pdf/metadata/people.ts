import { foldText, peopleFrom, type Contributor } from '@octavo/domain';
import { plainText } from '../../text/plain-text.js';
import { isJunkAuthor } from './junk.js';
import type { PdfMetadata } from './pdf-metadata.js';

const MAX_PEOPLE = 200;

/** The authors in order, from the first place that names any; XMP before the information dictionary unless that is newer. */
export function authorsOf(metadata: PdfMetadata): Contributor[] {
  const xmp = metadata.texts('dc', 'creator');
  const info = [metadata.infoLine('author') ?? ''];
  for (const names of metadata.infoIsNewer ? [info, xmp] : [xmp, info]) {
    const authors = unique(names.flatMap((text) => namedIn(text, metadata)));
    if (authors.length > 0) return authors.slice(0, MAX_PEOPLE);
  }
  return [];
}

function namedIn(text: string, { info }: PdfMetadata): Contributor[] {
  const programs = ['producer', 'creator'].map((key) => info.get(key) ?? '');
  return peopleFrom(plainText(text))
    .filter(({ name }) => !isJunkAuthor(name, programs))
    .map((person) => ({ ...person, role: 'author' }));
}

function unique(people: Contributor[]): Contributor[] {
  const names = people.map(({ name }) => foldText(name));
  return people.filter((_, at) => names.indexOf(names[at] ?? '') === at);
}

import { parseAsin, parseDate, parseIsbn, seriesPhrase, type Contributor, type Identifier } from '@octavo/domain';
import type { Candidate, SeriesFound } from '../candidate.js';
import { given } from '../given.js';
import { countAt, listAt, plainTextAt, textAt, textsAt, type Json } from '../json-value.js';
import { languageNamed } from '../language.js';
import type { ProviderSettings } from '../metadata-provider.js';
import { contributor, distinctPeople } from '../people.js';
import { publishedForm } from '../published-form.js';
import { distinctSeries } from '../series-position.js';
import { coverByNumber, idOfKey, isEditionId, pageOf } from './addresses.js';
import { descriptionIn } from './description.js';
import { subjectsFrom } from './subjects.js';

/**
 * An edition's record (`/books/OL…M.json`) as a candidate, without the authors, whom it only refers to. `isbn` is the
 * number that was asked for, where one was. Undefined for a record without an id or a title.
 */
export function editionFrom(record: Json, settings: ProviderSettings, isbn?: string): Candidate | undefined {
  const id = idOfKey(textAt(record, 'key'));
  const title = plainTextAt(record, 'title');
  if (id === undefined || !isEditionId(id) || title === undefined) return undefined;
  const languages = listAt(record, 'languages').map((entry) => textAt(entry, 'key')?.split('/').at(-1));
  const date = parseDate(textAt(record, 'publish_date') ?? '');
  const [number, ...others] = isbnsIn(record, isbn);
  return {
    provider: 'open-library',
    id,
    url: pageOf(id),
    title,
    ...given({ subtitle: plainTextAt(record, 'subtitle'), description: descriptionIn(record, title) }),
    contributors: helpersIn(record),
    series: distinctSeries(textsAt(record, 'series').flatMap(seriesIn)),
    ...given({ publisher: textsAt(record, 'publishers')[0], published: date }),
    ...given({ language: languages.length === 1 ? languageNamed(languages[0]) : undefined }),
    identifiers: [...(number ? [number] : []), ...foreignIds(record), { scheme: 'openlibrary', value: id }],
    otherEditions: others,
    ...subjectsFrom(textsAt(record, 'subjects')),
    ...given({ pageCount: countAt(record, 'number_of_pages'), form: publishedForm(textAt(record, 'physical_format')) }),
    ...given({ cover: coverByNumber(listAt(record, 'covers'), settings) }),
  };
}

/** One record may bear the numbers of several printings: the one that was asked for comes first. */
function isbnsIn(record: Json, asked: string | undefined): Identifier[] {
  const texts = [...textsAt(record, 'isbn_13'), ...textsAt(record, 'isbn_10')];
  const numbers = [...new Set(texts.flatMap((text) => parseIsbn(text) ?? []))];
  const isAsked = (number: string) => number === asked;
  const ordered = [...numbers.filter(isAsked), ...numbers.filter((number) => !isAsked(number))];
  return ordered.slice(0, 20).map((value) => ({ scheme: 'isbn', value }));
}

/** What others call this very edition. */
function foreignIds(record: Json): Identifier[] {
  const goodreads = textsAt(record, 'identifiers', 'goodreads').find((value) => /^\d{1,12}$/.test(value));
  const asin = textsAt(record, 'identifiers', 'amazon').flatMap((value) => parseAsin(value) ?? [])[0];
  return [
    ...(goodreads === undefined ? [] : [{ scheme: 'goodreads', value: goodreads }]),
    ...(asin?.scheme === 'asin' ? [asin] : []),
  ];
}

/** Translators and the like: `contributors: [{ name, role }]`; `contributions` are names with at best a word behind. */
function helpersIn(record: Json): Contributor[] {
  const told = listAt(record, 'contributors').flatMap((entry) => {
    const name = plainTextAt(entry, 'name');
    return name === undefined ? [] : [contributor(name, textAt(entry, 'role') ?? 'other')];
  });
  const written = textsAt(record, 'contributions').flatMap((text) => {
    const [, name, role] = /^(.{2,200}?)\s*\((\p{L}[\p{L} ]{2,30})\)$/u.exec(text) ?? [];
    return name === undefined ? [] : [contributor(name, role)];
  });
  return distinctPeople([...told, ...written]);
}

/** "Dune chronicles -- bk. 1"; without a number it is as often a publisher's series as one of its author. */
function seriesIn(text: string): SeriesFound[] {
  const found = seriesPhrase(text.replace(/[()]/g, ' ').trim());
  return found === undefined || found.form === 'plain' ? [] : [found.series];
}

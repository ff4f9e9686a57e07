import { parseDate } from '@octavo/domain';
import { given } from '../given.js';
import type { Candidate } from '../candidate.js';
import { listAt, plainTextAt, textAt, textsAt, type Json } from '../json-value.js';
import type { ProviderSettings, Question, Verdict } from '../metadata-provider.js';
import { contributor, distinctPeople } from '../people.js';
import { coverByNumber, idOfKey, idsIn, isbnRequest, isWorkId, pageOf, recordRequest } from './addresses.js';
import { descriptionIn } from './description.js';
import { editionFrom } from './edition.js';
import { NOT_FOUND, recordQuestion } from './record-question.js';
import { subjectsFrom } from './subjects.js';

/** Names cost a request each, and more of them would not help to recognise a book. */
const MOST_AUTHORS = 4;

/** The edition that bears an ISBN, then its work, then its authors: a record each. */
export function editionByIsbn(isbn: string, settings: ProviderSettings): Question<Candidate> {
  return recordQuestion(isbnRequest(isbn, settings), settings, {
    read: (record) => fromEdition(record, settings, isbn),
  });
}

export function editionById(id: string, settings: ProviderSettings): Question<Candidate> {
  return recordQuestion(recordRequest(id, settings), settings, { read: (record) => fromEdition(record, settings) });
}

/** A work's record, then its authors where `known` does not name them. */
export function workById(id: string, settings: ProviderSettings, known?: Candidate): Question<Candidate> {
  const read = (record: Json): Verdict<Candidate> => {
    const title = plainTextAt(record, 'title') ?? known?.title;
    const ownId = idOfKey(textAt(record, 'key')) ?? '';
    if (title === undefined || !isWorkId(ownId)) return NOT_FOUND;
    const work = withWork(known ?? bareWork(ownId, title), record, settings);
    return withAuthors(work, idsIn(listAt(record, 'authors')), settings);
  };
  return recordQuestion(recordRequest(id, settings), settings, { read });
}

function fromEdition(record: Json, settings: ProviderSettings, isbn?: string): Verdict<Candidate> {
  const edition = editionFrom(record, settings, isbn);
  if (edition === undefined) return NOT_FOUND;
  const authors = idsIn(listAt(record, 'authors'));
  const work = idsIn(listAt(record, 'works')).find(isWorkId);
  if (work === undefined) return withAuthors(edition, authors, settings);
  const next = recordQuestion(recordRequest(work, settings), settings, {
    read: (found) => {
      const named = authors.length > 0 ? authors : idsIn(listAt(found, 'authors'));
      return withAuthors(withWork(edition, found, settings), named, settings);
    },
    missing: () => withAuthors(edition, authors, settings),
  });
  return { kind: 'more', soFar: edition, next };
}

/** A work has no edition's date, publisher, numbers or pages. */
function bareWork(id: string, title: string): Candidate {
  return {
    provider: 'open-library',
    id,
    url: pageOf(id),
    title,
    contributors: [],
    series: [],
    identifiers: [{ scheme: 'openlibrary', value: id }],
    otherEditions: [],
    genres: [],
    tags: [],
  };
}

/** What the work's record adds; what the edition says of itself stays. */
function withWork(known: Candidate, record: Json, settings: ProviderSettings): Candidate {
  const subjects = subjectsFrom(textsAt(record, 'subjects'));
  const isBare = known.genres.length === 0 && known.tags.length === 0;
  return {
    ...given({
      description: descriptionIn(record, known.title),
      firstPublished: parseDate(textAt(record, 'first_publish_date') ?? ''),
      cover: coverByNumber(listAt(record, 'covers'), settings),
    }),
    ...known,
    ...(isBare && subjects),
  };
}

/** One author's record after another; the candidate is good without them, only poorer. */
function withAuthors(known: Candidate, ids: readonly string[], settings: ProviderSettings): Verdict<Candidate> {
  const [id, ...others] = ids.slice(0, MOST_AUTHORS);
  const hasAuthors = known.contributors.some(({ role }) => role === 'author');
  return id === undefined || hasAuthors
    ? { kind: 'found', value: known }
    : { kind: 'more', soFar: known, next: authorQuestion(known, [], [id, ...others], settings) };
}

function authorQuestion(
  known: Candidate,
  names: readonly string[],
  [id = '', ...others]: readonly string[],
  settings: ProviderSettings,
): Question<Candidate> {
  const after = (all: readonly string[]): Verdict<Candidate> => {
    const authors = all.map((one) => contributor(one, undefined));
    const value = { ...known, contributors: distinctPeople([...authors, ...known.contributors]) };
    if (others.length === 0) return { kind: 'found', value };
    return { kind: 'more', soFar: value, next: authorQuestion(known, all, others, settings) };
  };
  const nameIn = (record: Json) => textAt(record, 'name') ?? textAt(record, 'personal_name') ?? [];
  return recordQuestion(recordRequest(id, settings), settings, {
    read: (record) => after([...names, nameIn(record)].flat()),
    missing: () => after(names),
  });
}

import { emptyDraft, normaliseLanguage, parseDate, type BookDraft } from '@octavo/domain';
import { blurbFrom } from '../../text/blurb.js';
import { plainText } from '../../text/plain-text.js';
import type { ComicRecord } from '../record/comic-record.js';
import { identifiersOf } from './identifiers.js';
import { peopleOf } from './people.js';
import { seriesOf } from './series.js';
import { subjectsOf } from './subjects.js';
import { titleOf } from './titles.js';

/** What a record says of a comic, without its pages. `name` is the file's. */
export function draftOfRecord(record: ComicRecord, name: string): BookDraft {
  const title = titleOf(record, name);
  const published = record.date === undefined ? undefined : parseDate(record.date);
  const isOddDate = published === undefined && record.date !== undefined && record.date !== '';
  return {
    ...emptyDraft(),
    title,
    contributors: peopleOf(record),
    series: seriesOf(record),
    description: blurbFrom(record.summary ?? '', title),
    publisher: publisherOf(record),
    published,
    language: normaliseLanguage(plainText(record.language ?? '')),
    identifiers: identifiersOf(record),
    subjects: subjectsOf(record),
    layout: 'fixed',
    warnings: isOddDate ? [`The date "${plainText(record.date ?? '').slice(0, 40)}" is not a publication date.`] : [],
  };
}

function publisherOf({ publisher }: ComicRecord): string | undefined {
  const name = plainText(publisher ?? '');
  return name === '' || /^(?:unknown|n\/a|none)$/i.test(name) ? undefined : name;
}

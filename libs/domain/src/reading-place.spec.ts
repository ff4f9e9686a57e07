import { type PlaceInFile, readingToPush, readingToShow } from './reading-place.js';
import type { ReadingParts } from './reading-state.js';

const NOW = new Date('2026-03-08T21:14:03Z');
const EARLIER = new Date('2026-03-01T00:00:00Z');
const place = (fields: Partial<PlaceInFile> = {}): PlaceInFile => ({
  content: 'mine',
  bookmarkAt: NOW,
  source: 'OEBPS/c4.xhtml',
  type: 'KoboSpan',
  value: 'kobo.4.3',
  contentPercent: 12,
  ...fields,
});
const LOCATION = { source: 'OEBPS/c4.xhtml', type: 'KoboSpan', value: 'kobo.4.3' };
const reading: ReadingParts = {
  bookmark: { modifiedAt: NOW, progressPercent: 34 },
  statistics: { modifiedAt: NOW, spentReadingMinutes: 142 },
  status: { modifiedAt: NOW, status: 'Reading' },
};
const { bookmark, ...withoutBookmark } = reading;
const located = { ...reading, bookmark: { ...bookmark, location: LOCATION, contentSourceProgressPercent: 12 } };
const finished: ReadingParts = { ...reading, status: { modifiedAt: NOW, status: 'Finished' } };

describe('a reading that a device is told of unasked', () => {
  it.each<[string, ReadingParts, PlaceInFile[], ReadingParts]>([
    [
      'moves it to the place in its own file',
      reading,
      [place({ content: 'other', value: 'kobo.9.9' }), place()],
      located,
    ],
    ['has no bookmark where no place is known', reading, [], withoutBookmark],
    ['has no bookmark where the place is in another file', reading, [place({ content: 'other' })], withoutBookmark],
    [
      'has no bookmark where the place is of an earlier one',
      reading,
      [place({ bookmarkAt: EARLIER })],
      withoutBookmark,
    ],
    ['has no bookmark where there is none, whatever places are left', withoutBookmark, [place()], withoutBookmark],
    [
      'has the place in its file instead of one in another',
      { ...reading, bookmark: { ...bookmark!, location: { value: 'kobo.9.9', type: 'KoboSpan', source: 'x' } } },
      [place()],
      located,
    ],
    [
      'says nothing of the way through a chapter where that is not known',
      reading,
      [place({ contentPercent: null })],
      { ...reading, bookmark: { ...bookmark!, location: LOCATION } },
    ],
    [
      'has no bookmark of a finished book without a place either',
      finished,
      [],
      { ...withoutBookmark, ...{ status: finished.status! } },
    ],
  ])('%s', (_what, known, places, expected) => {
    expect(readingToPush(known, places, 'mine')).toEqual(expected);
  });
});

describe('a reading that a device asks for', () => {
  it.each<[string, ReadingParts, PlaceInFile[], ReadingParts]>([
    ['has the place in its file', reading, [place()], located],
    [
      'has the last place in its file though that is of an earlier bookmark',
      reading,
      [place({ bookmarkAt: EARLIER })],
      located,
    ],
    ['has no bookmark where the place is in another file', reading, [place({ content: 'other' })], withoutBookmark],
    [
      'is at the end of a finished book',
      finished,
      [],
      { ...finished, bookmark: { modifiedAt: NOW, progressPercent: 100 } },
    ],
    [
      'is at the end of a finished book, wherever its last place was',
      finished,
      [place()],
      { ...finished, bookmark: { modifiedAt: NOW, progressPercent: 100 } },
    ],
    [
      'is at the end of a finished book that has no bookmark',
      { status: finished.status! },
      [],
      { status: finished.status!, bookmark: { modifiedAt: finished.status!.modifiedAt, progressPercent: 100 } },
    ],
    ['has no bookmark where there is none', { status: reading.status! }, [place()], { status: reading.status! }],
    ['is nothing where nothing is known', {}, [], {}],
  ])('%s', (_what, known, places, expected) => {
    expect(readingToShow(known, places, 'mine')).toEqual(expected);
  });
});

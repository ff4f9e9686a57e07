import { converterFor, KepubText } from '@octavo/converters';
import type { KeptPlace } from '@octavo/database';
import { type Bookmark, bytesAccess } from '@octavo/domain';
import { anEpub } from '@octavo/testing';
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { findPlace } from './find-place.js';

const NOW = new Date('2026-03-08T21:14:03.123Z');
const BEFORE = new Date(NOW.getTime() - 1);
const CHAPTER = 'OEBPS/chapter-1.xhtml';

/** One chapter of a hundred sentences of ten letters, behind what stands before it. */
async function kepub(before = ''): Promise<KepubText> {
  const sentences = Array.from({ length: 100 }, (_, n) => `<p>Sentence${String(n).padStart(2, '0')}. </p>`);
  const page = `<html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>${before}${sentences.join('')}</body></html>`;
  const out = new PassThrough();
  const book = anEpub().withFile(CHAPTER, page).build();
  const [bytes] = await Promise.all([buffer(out), converterFor('epub', 'kepub')!.convert(bytesAccess(book), out)]);
  return KepubText.open(bytesAccess(bytes));
}

const location = (paragraph: number, content?: string) => ({
  ...{ source: CHAPTER, value: `kobo.${paragraph}.1`, type: 'KoboSpan' },
  ...(content === undefined ? {} : { content }),
});
const kept = (content: string, paragraph: number, bookmarkAt = NOW, type = 'KoboSpan'): KeptPlace => ({
  ...{ content, bookmarkAt, source: CHAPTER, type, value: `kobo.${paragraph}.1`, contentPercent: null },
});

describe('a bookmark in a new file of the book', () => {
  let wanted: KepubText;
  let old: KepubText;
  beforeAll(async () => {
    old = await kepub();
    wanted = await kepub('<p>A preface. </p>');
  });

  const at = async (bookmark: Omit<Bookmark, 'modifiedAt'>, places: KeptPlace[] = []) => {
    const other = (content: string) => Promise.resolve(content === 'old' ? old : undefined);
    return (await findPlace({ ...bookmark, modifiedAt: NOW }, places, { wanted, other }))?.value;
  };

  // In the new file each sentence has the next number.
  it.each<[string, Omit<Bookmark, 'modifiedAt'>, KeptPlace[], string | undefined]>([
    ['the place carried over, whatever the percentage', { progressPercent: 90 }, [kept('old', 41)], 'kobo.42.1'],
    ['the location carried over', { progressPercent: 40, location: location(41, 'old') }, [], 'kobo.42.1'],
    ['by the percentage where nothing is known', { progressPercent: 40 }, [], 'kobo.41.1'],
    [
      'by the percentage that came after the location',
      { progressPercent: 80, location: location(41, 'old') },
      [],
      'kobo.81.1',
    ],
    [
      'by the percentage where the location was kept for an earlier bookmark',
      { progressPercent: 42, location: location(41, 'old') },
      [kept('old', 41, BEFORE)],
      'kobo.43.1',
    ],
    [
      'by the percentage where a place is none of a KEPUB',
      { progressPercent: 40 },
      [kept('old', 41, NOW, 'Page')],
      'kobo.41.1',
    ],
    ['by the percentage where the file has no such place', { progressPercent: 40 }, [kept('old', 999)], 'kobo.41.1'],
    ['the span of the same name where the file is gone', { progressPercent: 45 }, [kept('gone', 50)], 'kobo.50.1'],
    [
      'the span of the same name where the file is not known',
      { progressPercent: 49, location: location(50) },
      [],
      'kobo.50.1',
    ],
    ['by the percentage where that span is elsewhere', { progressPercent: 20 }, [kept('gone', 50)], 'kobo.21.1'],
    ['nothing without a percentage or place', {}, [], undefined],
    ['a place without a percentage', {}, [kept('old', 41)], 'kobo.42.1'],
  ])('is %s', async (_what, bookmark, places, expected) => expect(await at(bookmark, places)).toBe(expected));

  it('is nothing in a file without spans', async () => {
    const bare = await KepubText.open(bytesAccess(anEpub().build()));
    const other = () => Promise.resolve(old);
    const bookmark = { modifiedAt: NOW, progressPercent: 40 };
    expect(await findPlace(bookmark, [kept('old', 41)], { wanted: bare, other })).toBeUndefined();
  });
});

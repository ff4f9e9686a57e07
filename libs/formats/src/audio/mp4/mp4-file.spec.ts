import { anM4b, pngCover } from '@octavo/testing';
import { countedAccess } from '../../testing/counted-access.js';
import { draftOfAudio } from '../testing/draft-of-audio.js';
import { WindowedAccess } from '../windowed-access.js';
import { readMp4 } from './mp4-file.js';

const chapters = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ title: `Chapter ${at + 1}`, startSec: at * 2 }));

function chaptered(count: number, ...places: ('list' | 'track')[]) {
  const book = anM4b()
    .titled('Emma')
    .lasting(2000)
    .chaptersIn(...places);
  for (const { title, startSec } of chapters(count)) book.withChapter(title, startSec);
  return book;
}

/** The same boxes with the size of the first of this type changed. */
function resized(bytes: Uint8Array, type: string, size: number): Uint8Array {
  const copy = Buffer.from(bytes);
  copy.writeUInt32BE(size, copy.indexOf(type, 0, 'latin1') - 4);
  return copy;
}

describe('an MP4', () => {
  it('gives all that it says of a book', async () => {
    const book = anM4b()
      .titled('The Two Towers (Unabridged)')
      .onAlbum('The Lord of the Rings')
      .by('J. R. R. Tolkien')
      .readBy('Andy Serkis')
      .tagged('SERIES', 'The Lord of the Rings')
      .tagged('SERIES-PART', '2')
      .tagged('ASIN', 'B09BBDRTWG')
      .tagged('desc', 'The second part.')
      .track(1, 1)
      .withChapter('One', 0)
      .withChapter('Two', 30.5)
      .withCover()
      .lasting(100);
    expect(await draftOfAudio('x.m4b', book)).toMatchObject({
      title: 'The Two Towers',
      contributors: [
        { name: 'J. R. R. Tolkien', role: 'author' },
        { name: 'Andy Serkis', role: 'narrator' },
      ],
      series: [{ name: 'The Lord of the Rings', number: '2' }],
      identifiers: [{ scheme: 'asin', value: 'B09BBDRTWG' }],
      description: '<p>The second part.</p>',
      track: { number: 1 },
      abridged: false,
      durationSec: 100,
      chapters: [
        { title: 'One', startSec: 0 },
        { title: 'Two', startSec: 30.5 },
      ],
      cover: { bytes: Buffer.from(pngCover()), width: 400 },
      drm: undefined,
      warnings: [],
    });
  });

  // Check 39 of the enrichment tests.
  it('takes series from their tags in pairs, never the track, and the composer for the narrator', async () => {
    const book = anM4b().titled('x').tagged('SERIES', 'A; B').tagged('SERIES-PART', '1; 2').track(7).readBy('Ann Bee');
    expect(await draftOfAudio('x.m4b', book)).toMatchObject({
      series: [
        { name: 'A', number: '1' },
        { name: 'B', number: '2' },
      ],
      contributors: [{ name: 'Ann Bee', role: 'narrator' }],
    });
  });

  it.each([
    ['a list', chaptered(3, 'list')],
    ['a track of texts', chaptered(3, 'track')],
    ['a track of texts behind the audio', chaptered(3, 'track').audioFirst()],
    ['a track whose titles stand far apart', chaptered(3, 'track').chaptersApart(70_000)],
    ['both', chaptered(3, 'list', 'track')],
  ])('has its chapters in %s', async (_, book) => {
    expect((await draftOfAudio('x.m4b', book)).chapters).toEqual(chapters(3));
  });

  it('has more chapters in its track than a list can hold', async () => {
    expect((await draftOfAudio('x.m4b', chaptered(300, 'list', 'track'))).chapters).toEqual(chapters(300));
    expect((await draftOfAudio('x.m4b', chaptered(300, 'list'))).chapters).toEqual(chapters(255));
  });

  it('reads tags that QuickTime wrote', async () => {
    expect((await draftOfAudio('x.m4b', anM4b().titled('Emma').quickTimeTags())).title).toBe('Emma');
  });

  it.each([
    ['Audible, by its brand', anM4b().branded('aax '), 'x.m4b', 'audible'],
    ['Audible, by its newer brand', anM4b().branded('aaxc'), 'x.m4b', 'audible'],
    ['Audible, by its audio', anM4b().codedAs('aavd'), 'x.m4b', 'audible'],
    ['Audible, by its name', anM4b(), 'x.AAX', 'audible'],
    ['Audible, by its newer name', anM4b(), 'x.aaxc', 'audible'],
    ['Apple', anM4b().codedAs('drms'), 'x.m4b', 'apple'],
    ['nobody knows whom', anM4b().codedAs('enca'), 'x.m4b', 'unknown'],
    ['nobody', anM4b(), 'x.m4b', undefined],
  ])('is locked by %s, and read all the same', async (_, book, name, drm) => {
    expect(await draftOfAudio(name, book.titled('Emma'))).toMatchObject({ title: 'Emma', drm, durationSec: 5 });
  });

  it('of many hours is read in few ranges and little of it', async () => {
    const bytes = chaptered(3, 'list').withSamples(50_000).withCover().audioFirst().build();
    const source = countedAccess(bytes);
    expect((await readMp4(new WindowedAccess(source)))?.chapters).toHaveLength(3);
    expect(source.reads.length).toBeLessThanOrEqual(4);
    expect(source.reads.reduce((sum, { length }) => sum + length, 0)).toBeLessThan(300_000);
  });

  it.each([
    ['has no end', 'mdat', 0],
    ['ends before it begins', 'mdat', 4],
    ['ends beyond the file', 'mdat', 0x7fff_ffff],
    ['swallows what follows', 'udta', 0x7fff_ffff],
    ['is too small for its list', 'ilst', 12],
    ['claims a list without end', 'chpl', 0xffff_ffff],
    ['claims tables without end', 'stsz', 0xffff_ffff],
  ])('with a box that %s is read as far as it goes', async (_, type, size) => {
    const bytes = resized(chaptered(3, 'list').build(), type, size);
    expect(await draftOfAudio('x.m4b', bytes)).toMatchObject({ durationSec: 2000 });
  });

  it('that is cut off in a tag does not give the half of it', async () => {
    const bytes = anM4b().audioFirst().titled('A title').tagged('©pub', 'A long publisher').build();
    const { title, publisher } = await draftOfAudio('x.m4b', bytes.subarray(0, -5));
    expect({ title, publisher }).toEqual({ title: 'A title', publisher: undefined });
  });

  it('says that it is cut off where its audio is', async () => {
    const bytes = anM4b().titled('Emma').build();
    expect(await draftOfAudio('x.m4b', bytes.subarray(0, -100))).toMatchObject({
      title: 'Emma',
      warnings: ['The file is cut off before its end.'],
    });
  });

  it('of empty boxes alone is soon given up', async () => {
    const free = Array<Buffer>(200_000).fill(Buffer.from('\0\0\0\x08free'));
    const source = countedAccess(Buffer.concat([anM4b().build().subarray(0, 20), ...free]));
    expect(await readMp4(new WindowedAccess(source))).toBeUndefined();
    expect(source.reads.length).toBeLessThanOrEqual(3);
  });

  it('whose titles are strewn among hours of audio is read as far as is bearable', async () => {
    const book = chaptered(400, 'track').chaptersApart(70_000);
    const source = countedAccess(book.build());
    const titles = (await readMp4(new WindowedAccess(source)))?.chapters.map(({ title }) => title) ?? [];
    expect(titles).toHaveLength(400);
    expect(titles.slice(0, 300)).toEqual(chapters(300).map(({ title }) => title));
    expect(titles.slice(300)).toEqual(Array(100).fill(''));
    expect(source.reads.length).toBeLessThanOrEqual(310);
  });

  it('with a size in eight bytes is read on behind it', async () => {
    const book = anM4b().titled('Emma').audioFirst().build();
    const at = Buffer.from(book).indexOf('mdat') - 4;
    const content = book.subarray(at + 8, at + 8 + 4000);
    const wide = Buffer.from([0, 0, 0, 1, ...Buffer.from('mdat'), 0, 0, 0, 0, 0, 0, 0x0f, 0xb0]);
    const bytes = Buffer.concat([book.subarray(0, at), wide, content, book.subarray(at + 4008)]);
    expect((await draftOfAudio('x.m4b', bytes)).title).toBe('Emma');
  });
});

import fc from 'fast-check';
import { type BookDraft, emptyDraft } from '../book.js';
import { audiobookFrom, audiobookGroup, type AudiobookPart, partOrder, sameAudiobook } from './index.js';

const part = (path: string, draft: Partial<BookDraft> = {}): AudiobookPart => ({
  path,
  draft: { ...emptyDraft(), ...draft },
});
const cover = (width: number) => ({ bytes: new Uint8Array(), mediaType: 'image/png' as const, width, height: 9 });

describe('the folder an audio file shares with the other parts of its book', () => {
  it.each([
    ['Jane Austen/Emma/01.mp3', 'Jane Austen/Emma'],
    ['Emma/01.mp3', 'Emma'],
    ['Jane Austen/Emma/CD1/01.mp3', 'Jane Austen/Emma'],
    ['Jane Austen/Emma/Disc 2/01.mp3', 'Jane Austen/Emma'],
    ['Jane Austen/Emma/disk 001/01.mp3', 'Jane Austen/Emma'],
    ['Jane Austen/Emma/Part 1/CD 2/01.mp3', 'Jane Austen/Emma'],
    ['Jane Austen/Emma/Emma - CD1/01.mp3', 'Jane Austen/Emma'],
    ['CD1/01.mp3', 'CD1'],
    ['Emma.mp3', undefined],
    ['/Emma.mp3', undefined],
    ['Jane Austen/Emma.m4b', undefined],
    ['Jane Austen/01 - Emma.m4b', undefined],
    ['Jane Austen/Emma/Emma, Part 1.m4b', 'Jane Austen/Emma'],
    ['Jane Austen/Emma/Emma (1 of 3).m4b', 'Jane Austen/Emma'],
    ['Jane Austen/Emma/Emma 01.m4b', 'Jane Austen/Emma'],
    ['Jane Austen/Emma/01.m4b', 'Jane Austen/Emma'],
    ['Jane Austen/Emma/CD1/Emma.m4b', 'Jane Austen/Emma'],
    ['Jane Austen/Emma/Emma.m4a', 'Jane Austen/Emma'],
    ['', undefined],
  ])('of %j is %j', (path, group) => expect(audiobookGroup(path)).toBe(group));
});

describe('two audio files', () => {
  const emma = { title: 'Emma' };
  const asin = (value: string) => ({ title: 'Emma', identifiers: [{ scheme: 'asin', value }] });
  const inSeries = (number: string) => ({ title: 'Mistborn', series: [{ name: 'Mistborn', number }] });

  it.each([
    ['of one title', part('A/E/x.mp3', emma), part('A/E/y.mp3', { title: 'EMMA' })],
    ['of one title on two discs', part('A/E/CD1/x.mp3', emma), part('A/E/CD2/x.mp3', emma)],
    [
      'whose titles name their discs',
      part('A/E/x.mp3', { title: 'Emma (Disc 1)' }),
      part('A/E/y.mp3', { title: 'Emma, CD 2' }),
    ],
    ['that are M4Bs with the same title and a number', part('A/E/Emma 1.m4b', emma), part('A/E/Emma 2.m4b', emma)],
    ['with one number', part('A/E/x.mp3', asin('B01')), part('A/E/y.mp3', asin('B01'))],
    ['that are named alike', part('A/E/Emma 01.mp3'), part('A/E/Emma 02.mp3', emma)],
    ['that are numbered', part('A/E/01 - One.mp3'), part('A/E/02 - Two.mp3')],
    ['that are numbers', part('A/E/01.mp3'), part('A/E/2.mp3')],
  ])('%s are parts of one book', (_, a, b) => {
    expect(sameAudiobook(a, b)).toBe(true);
    expect(sameAudiobook(b, a)).toBe(true);
  });

  it.each([
    ['in the library itself', part('x.mp3', emma), part('y.mp3', emma)],
    ['in two folders', part('A/E/x.mp3', emma), part('A/F/y.mp3', emma)],
    ['of two titles', part('A/x.mp3', emma), part('A/y.mp3', { title: 'Persuasion' })],
    ['that are whole M4Bs', part('A/Emma.m4b', emma), part('A/Emma again.m4b', emma)],
    ['that are M4Bs of a series', part('S/01 - One.m4b'), part('S/02 - Two.m4b')],
    [
      'that are numbered M4Bs of two titles',
      part('S/Mistborn 1.m4b', { title: 'Mistborn 1' }),
      part('S/Mistborn 2.m4b', { title: 'Mistborn 2' }),
    ],
    ['with two numbers', part('A/E/x.mp3', asin('B01')), part('A/E/y.mp3', asin('B02'))],
    ['at two places of a series', part('S/x 1.m4b', inSeries('1')), part('S/x 2.m4b', inSeries('2'))],
    ['without titles and with names that have nothing in common', part('A/Emma.mp3'), part('A/Persuasion.mp3')],
  ])('%s are two books', (_, a, b) => {
    expect(sameAudiobook(a, b)).toBe(false);
    expect(sameAudiobook(b, a)).toBe(false);
  });
});

describe('the order of parts', () => {
  const paths = (...parts: AudiobookPart[]) => partOrder(parts).map(({ path }) => path);

  it.each([
    [
      'disc and track',
      [
        part('a', { track: { disc: 2, number: 1 } }),
        part('b', { track: { disc: 1, number: 10 } }),
        part('c', { track: { disc: 1, number: 2 } }),
      ],
      'cba',
    ],
    [
      'disc of the folder and track',
      [
        part('E/CD2/a', { track: { number: 1 } }),
        part('E/CD1/b', { track: { number: 2 } }),
        part('E/CD1/c', { track: { number: 1 } }),
      ],
      'cba',
    ],
    ['name where a track is missing', [part('b', { track: { number: 1 } }), part('a')], 'ab'],
    ['name where two have one track', [part('b', { track: { number: 1 } }), part('a', { track: { number: 1 } })], 'ab'],
  ])('is by %s', (_, parts, expected) => {
    expect(
      paths(...parts)
        .map((path) => path.slice(-1))
        .join(''),
    ).toBe(expected);
  });

  it('is by number within a name, folder by folder', () => {
    const ordered = ['E/Intro.mp3', 'E/Zoo 1.mp3', 'E/CD2/1.mp3', 'E/CD2/2.mp3', 'E/CD2/10.mp3', 'E/CD10/1.mp3'];
    expect(paths(...ordered.toReversed().map((path) => part(path)))).toEqual(ordered);
  });

  it('is the same whatever came first, and leaves what it was given', () => {
    const track = fc.option(fc.record({ number: fc.nat(3), disc: fc.constantFrom(1, 2) }), { nil: undefined });
    const name = fc.constantFrom('1', '2', '10', 'a', 'A', 'E/1', 'E/CD1/1', 'é');
    const parts = fc.uniqueArray(fc.record({ path: name, track }), { selector: ({ path }) => path });
    fc.assert(
      fc.property(parts, (given) => {
        const built = given.map(({ path, track: place }) => part(path, { track: place }));
        const before = [...built];
        expect(partOrder(built.toReversed())).toEqual(partOrder(built));
        expect(built).toEqual(before);
      }),
    );
  });
});

describe('the book of several audio files', () => {
  // Check 40 of the enrichment tests.
  it('is one book with all of them, in order, from two discs', () => {
    const parts = [2, 1].flatMap((disc) =>
      [2, 1].map((number) =>
        part(`Emma/CD${disc}/0${number}.mp3`, {
          title: 'Emma',
          durationSec: 100 * disc + number,
          track: { number },
          chapters: [{ title: `${disc}.${number}`, startSec: 0 }],
        }),
      ),
    );
    expect(parts.every((one) => sameAudiobook(parts[0] as AudiobookPart, one))).toBe(true);
    expect(audiobookFrom(parts)).toEqual({
      ...emptyDraft(),
      title: 'Emma',
      durationSec: 606,
      chapters: [
        { title: '1.1', startSec: 0 },
        { title: '1.2', startSec: 101 },
        { title: '2.1', startSec: 203 },
        { title: '2.2', startSec: 404 },
      ],
    });
  });

  it('has what the first says, and of the others only what it leaves open', () => {
    const first = part('1.mp3', { title: 'Emma', contributors: [{ name: 'Jane Austen', role: 'author' }] });
    const second = part('2.mp3', {
      publisher: 'Naxos',
      cover: cover(2),
      contributors: [{ name: 'x', role: 'author' }],
    });
    const third = part('3.mp3', { publisher: 'Other', cover: cover(3), abridged: false, drm: 'audible' });
    expect(audiobookFrom([third, first, second])).toMatchObject({
      title: 'Emma',
      contributors: [{ name: 'Jane Austen' }],
      publisher: 'Naxos',
      cover: { width: 2 },
      abridged: false,
      drm: 'audible',
    });
  });

  it('is called by its title without the part, where parts are called by theirs', () => {
    const titled = (...titles: string[]) =>
      audiobookFrom(titles.map((title, at) => part(`${at}.mp3`, { title }))).title;
    expect(titled('Emma (Disc 1)', 'Emma (Disc 2)')).toBe('Emma');
    expect(titled('Henry IV, Part 1', 'Henry IV, Part 1')).toBe('Henry IV, Part 1');
    expect(titled('Part 1', 'Part 2')).toBe('Part 1');
  });

  it('has a chapter for each file that has none, and those of the others in its own time', () => {
    const parts = [
      part('E/01 - Highbury.mp3', { durationSec: 10.5 }),
      part('E/02.mp3', {
        durationSec: 20,
        chapters: [
          { title: 'a', startSec: 0 },
          { title: 'b', startSec: 5.25 },
        ],
      }),
      part('E/03 - Box Hill.mp3', { durationSec: 1 }),
    ];
    expect(audiobookFrom(parts)).toMatchObject({
      durationSec: 31.5,
      chapters: [
        { title: 'Highbury', startSec: 0 },
        { title: 'a', startSec: 10.5 },
        { title: 'b', startSec: 15.75 },
        { title: 'Box Hill', startSec: 30.5 },
      ],
    });
  });

  it('invents no time where a part does not say how long it plays', () => {
    const book = audiobookFrom([part('1.mp3', { durationSec: 5 }), part('2.mp3'), part('3.mp3', { durationSec: 5 })]);
    expect(book.durationSec).toBeUndefined();
    expect(book.chapters?.map(({ startSec }) => startSec)).toEqual([0, 5]);
    expect(book.warnings).toEqual(['How long "2.mp3" plays is unknown, so chapters end with it.']);
  });

  it('says of which file a warning is', () => {
    expect(audiobookFrom([part('1.mp3', { durationSec: 1, warnings: ['Odd.'] })]).warnings).toEqual(['1.mp3: Odd.']);
  });

  it('is nothing of nothing', () => expect(audiobookFrom([])).toEqual(emptyDraft()));
});

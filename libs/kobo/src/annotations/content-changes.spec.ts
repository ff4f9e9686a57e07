import { changedContents, contentEtag, type KeptContent, readHeldContents } from './content-changes.js';
import { readContentId } from './content-id.js';
import { highlightsAreKnown } from './local-highlights.js';

const SINCE = new Date('2026-03-08T12:00:00Z');
const BEFORE = new Date('2026-03-08T11:59:59Z');
const AFTER = new Date('2026-03-08T12:00:01Z');
const STORES = 'W/"A:1408092558-7Uhimw6qgE+J7JpyxBiziA, C:567181005-J6mRvrCcTUWY4kvt7J1ZUQ"';
const BOOK = '5b9f6f0e-7c0d-4a57-9d5b-2b7f0a7a1c11';

describe('whether all highlights of a content are known', () => {
  it.each<[string, { ours: boolean; firstDownloadedAt: Date | null }, boolean]>([
    ['a book of ours, downloaded since', { ours: true, firstDownloadedAt: AFTER }, true],
    ['a book of ours, downloaded at that very moment', { ours: true, firstDownloadedAt: SINCE }, true],
    ['a book of ours that is not on the device', { ours: true, firstDownloadedAt: null }, true],
    ['a book of ours it had before', { ours: true, firstDownloadedAt: BEFORE }, false],
    ['something else', { ours: false, firstDownloadedAt: null }, false],
    ['something else, downloaded since', { ours: false, firstDownloadedAt: AFTER }, false],
  ])('%s', (_what, standing, known) => {
    expect(highlightsAreKnown(standing, SINCE)).toBe(known);
  });
});

describe('what a device is to fetch again', () => {
  const book: KeptContent = { ours: true, firstDownloadedAt: AFTER, fingerprint: 'b2', drawings: false };
  const answer = (element: unknown, kept: Partial<KeptContent> | null = {}) =>
    changedContents(readHeldContents([element]), new Map(kept ? [[BOOK, { ...book, ...kept }]] : []), SINCE);

  it.each<[string, unknown, Partial<KeptContent> | null, string[]]>([
    ['with an old version', { ContentId: BOOK, etag: contentEtag('a1') }, {}, [BOOK]],
    ['with the first version', { ContentId: BOOK, etag: contentEtag('') }, {}, [BOOK]],
    ['with the present version', { ContentId: BOOK, etag: contentEtag('b2') }, {}, []],
    ['with the present version, written otherwise', { ContentId: BOOK, etag: 'oct1-b2' }, {}, []],
    ['under an id in capitals', { ContentId: BOOK.toUpperCase(), etag: contentEtag('a1') }, {}, [BOOK.toUpperCase()]],
    ['without a version', { ContentId: BOOK }, {}, []],
    ['with an empty one', { ContentId: BOOK, etag: '' }, {}, []],
    ['with that of nothing', { ContentId: BOOK, etag: 'W/"0"' }, {}, []],
    ["with the store's", { ContentId: BOOK, etag: STORES }, {}, []],
    ["with the store's and ours", { ContentId: BOOK, etag: `${STORES}, ${contentEtag('a1')}` }, {}, []],
    ['with a version too long to be one', { ContentId: BOOK, etag: 'oct1-a'.repeat(40_000) }, {}, []],
    ['in which somebody drew', { ContentId: BOOK, etag: contentEtag('a1') }, { drawings: true }, []],
    ['with one that is no text', { ContentId: BOOK, etag: 5 }, {}, []],
    ['it had before', { ContentId: BOOK, etag: contentEtag('a1') }, { firstDownloadedAt: BEFORE }, []],
    ['not ours', { ContentId: BOOK, etag: contentEtag('a1') }, { ours: false }, []],
    ['unknown', { ContentId: BOOK, etag: contentEtag('a1') }, null, []],
  ])('of a content %s', (_what, element, kept, expected) => {
    expect(answer(element, kept)).toEqual(expected);
  });

  it('is each named once', () => {
    const element = { ContentId: BOOK, etag: contentEtag('a1') };
    expect(changedContents(readHeldContents([element, element]), new Map([[BOOK, book]]), SINCE)).toEqual([BOOK]);
  });

  it.each<[unknown]>([
    [undefined],
    [null],
    ['x'],
    [{}],
    [Buffer.from('[')],
    [[null, 5, [], {}, { ContentId: 5 }, { ContentId: ' ' }]],
  ])('is nothing where the device asks with %j', (body) => expect(readHeldContents(body)).toEqual([]));

  it('is asked for 2,000 contents at most', () => {
    const many = Array.from({ length: 3_000 }, (_, n) => ({ ContentId: `${n}` }));
    expect(readHeldContents(many)).toHaveLength(2_000);
  });
});

describe('the id of a content', () => {
  it.each<[unknown, string | undefined]>([
    [BOOK.toUpperCase(), BOOK],
    ['file:///mnt/onboard/Émile!.epub', 'file:///mnt/onboard/Émile!.epub'],
    ['a\0b', 'ab'],
    ['\0', undefined],
    ['  ', undefined],
    ['', undefined],
    [undefined, undefined],
    [['a'], undefined],
    ['x'.repeat(500), 'x'.repeat(500)],
    ['x'.repeat(501), undefined],
  ])('%j is %j', (value, expected) => expect(readContentId(value)).toBe(expected));
});

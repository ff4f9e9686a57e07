import { anEpub, aZip } from '@octavo/testing';
import { bytesAccess, DomainError } from '@octavo/domain';
import { carryPlace } from './carry-place.js';
import { KepubText } from './kepub-text.js';
import { percentAt, placeAt } from './places.js';
import { bookOf, kepubFile, kepubOf, xhtml } from './testing/kepub-of.js';

/** Ten letters a sentence, ten sentences a chapter. */
const tenSentences = (name: string) =>
  `<p>${Array.from({ length: 10 }, (_, n) => `${name}${'x'.repeat(7)}${n}. `).join('')}</p>`;
const CHAPTERS = ['A', 'B', 'C', 'D'].map(tenSentences);

describe('a place in a KEPUB', () => {
  let text: KepubText;
  beforeAll(async () => {
    text = await kepubOf(bookOf(CHAPTERS));
  });

  it.each([
    [0, 'OEBPS/chapter-1.xhtml', 'kobo.1.1', 0, 0],
    [2.4, 'OEBPS/chapter-1.xhtml', 'kobo.1.1', 0, 0],
    [2.5, 'OEBPS/chapter-1.xhtml', 'kobo.1.2', 10, 2.5],
    [40, 'OEBPS/chapter-2.xhtml', 'kobo.1.7', 60, 40],
    [99.9, 'OEBPS/chapter-4.xhtml', 'kobo.1.10', 90, 97.5],
    [100, 'OEBPS/chapter-4.xhtml', 'kobo.1.10', 90, 97.5],
    [-5, 'OEBPS/chapter-1.xhtml', 'kobo.1.1', 0, 0],
    [1e9, 'OEBPS/chapter-4.xhtml', 'kobo.1.10', 90, 97.5],
  ])('at %d percent is the span that holds the letter there', (asked, source, value, contentPercent, percent) => {
    expect(placeAt(text, asked)).toEqual({ source, value, contentPercent, percent });
    expect(percentAt(text, { source, value })).toBe(percent);
  });

  it('is unknown for what is no number, and for spans and documents that are not there', () => {
    expect(placeAt(text, Number.NaN)).toBeUndefined();
    expect(percentAt(text, { source: 'OEBPS/chapter-1.xhtml', value: 'kobo.1.11' })).toBeUndefined();
    expect(percentAt(text, { source: 'OEBPS/chapter-9.xhtml', value: 'kobo.1.1' })).toBeUndefined();
    expect(percentAt(text, { source: 'chapter-2.xhtml', value: 'kobo.1.1' })).toBe(25);
  });

  it('counts only what the reader turns the pages of: neither contents nor notes beside the spine', async () => {
    const opf = (spine: string) =>
      `<package version="3.0"><metadata/><manifest>${[1, 2, 3]
        .map((n) => `<item id="c${n}" href="chapter-${n}.xhtml" media-type="application/xhtml+xml"/>`)
        .join('')}</manifest><spine>${spine}</spine></package>`;
    const withSpine = (spine: string) => kepubOf(bookOf(CHAPTERS.slice(0, 3)).withOpf(opf(spine)));
    const names = ({ pages }: KepubText) => pages.map(({ name }) => name.replace(/\D/g, '')).join('');
    const [first, second, third] = [1, 2, 3].map((n) => `<itemref idref="c${n}"/>`) as [string, string, string];
    const aside = '<itemref idref="c2" linear="no"/>';
    expect(names(await withSpine(third + aside + first))).toBe('31');
    expect(names(await withSpine(first + second + first + first))).toBe('12');
    expect(names(await withSpine(aside))).toBe('2');
    expect(names(await withSpine('<itemref idref="gone"/>'))).toBe('');
  });

  it('is unknown in a book without spans or without a spine', async () => {
    for (const book of [anEpub(), anEpub().withOpf('<package version="3.0"><manifest/></package>')]) {
      const empty = await KepubText.open(bytesAccess(book.build()));
      expect([empty.length, placeAt(empty, 40), placeAt(empty, 100)]).toEqual([0, undefined, undefined]);
      expect(percentAt(empty, { source: 'OEBPS/chapter-1.xhtml', value: 'kobo.1.1' })).toBeUndefined();
      expect(await carryPlace(text, empty, placeAt(text, 40)!)).toBeUndefined();
      expect(await carryPlace(empty, text, placeAt(text, 40)!)).toBeUndefined();
    }
  });

  it('is found in a book of pictures alone', async () => {
    const comic = await kepubOf(bookOf(Array.from({ length: 4 }, () => '<img src="a.png"/>')));
    expect(placeAt(comic, 60)).toMatchObject({ source: 'OEBPS/chapter-3.xhtml', value: 'kobo.1.1', percent: 50 });
  });
});

describe('a place carried into another conversion of the book', () => {
  const place = { source: 'OEBPS/chapter-2.xhtml', value: 'kobo.1.7' };
  const carried = async (bodies: string[]) =>
    carryPlace(await kepubOf(bookOf(CHAPTERS)), await kepubOf(bookOf(bodies)), place);
  const second = (body: string) => [CHAPTERS[0]!, body, ...CHAPTERS.slice(2)];

  it('is at the same words, whatever the numbers are there', async () => {
    expect(await carried(second(`<h1>New. Chapter.</h1><p>Another.</p>${CHAPTERS[1]}`))).toMatchObject({
      source: place.source,
      value: 'kobo.3.7',
    });
    expect(await carried(second(CHAPTERS[1]!.replaceAll('. ', ', ')))).toMatchObject({ value: 'kobo.1.1' });
    expect(await carried(second(CHAPTERS[1]!.replace('<p>', '<ul><li>').replace('</p>', '</li></ul>')))).toMatchObject({
      value: 'kobo.1.7',
    });
  });

  it('is at the nearest of the same words', async () => {
    const refrain = `<p>${'Refrain of a song that is sung again and again, all day long. '.repeat(20)}</p>`;
    const [from, to] = [await kepubOf(bookOf([refrain])), await kepubOf(bookOf([`<p>Hm.</p>${refrain}`]))];
    const there = await carryPlace(from, to, { source: 'chapter-1.xhtml', value: 'kobo.1.11' });
    expect(there?.value).toBe('kobo.2.11');
  });

  it('is found by fewer words where the long piece was changed behind them', async () => {
    const changed = CHAPTERS[1]!.replace('Bxxxxxxx9', 'Byyyyyyy9').replace('<p>', '<h1>New</h1><p>');
    expect(await carried(second(changed))).toMatchObject({ value: 'kobo.2.7' });
  });

  it('is as far into the document where the words are gone, and as far into the book where that is gone', async () => {
    expect(await carried(second(tenSentences('Z')))).toMatchObject({ source: place.source, value: 'kobo.1.7' });
    expect(await carried([CHAPTERS.join('')])).toMatchObject({ source: 'OEBPS/chapter-1.xhtml', percent: 40 });
  });
});

describe('a file that means harm', () => {
  const open = (bytes: Uint8Array) => KepubText.open(bytesAccess(bytes));

  it('is refused when it unpacks to too much', async () => {
    const bomb = anEpub().withFile('OEBPS/chapter-1.xhtml', xhtml(' '.repeat(30 << 20)));
    await expect(open(bomb.build())).rejects.toMatchObject({ code: 'archive.bomb' });
    const noise = Array.from({ length: 4096 }, (_, n) => ((n * 7919) % 4096).toString(36)).join(' ');
    const large = noise.repeat(Math.ceil((15 << 20) / noise.length)).slice(0, 15 << 20);
    const nine = Array.from({ length: 9 }, () => large);
    await expect(open(bookOf(nine).build())).rejects.toMatchObject({ code: 'archive.bomb' });
  });

  it('is refused when it is no book at all', async () => {
    await expect(open(new Uint8Array())).rejects.toMatchObject({ code: 'file.empty' });
    await expect(open(Buffer.from('hello'))).rejects.toMatchObject({ code: 'file.unreadable' });
    await expect(open(aZip().with('a.txt', 'a').build())).rejects.toBeInstanceOf(DomainError);
  });

  it('is read in seconds when it has a chapter of 10 MB', async () => {
    const sentences = Array.from({ length: 100_000 }, (_, n) => `<p>This is a sentence, and its number is ${n}.</p>`);
    const file = await kepubFile(bookOf([sentences.join('')]));
    const begun = performance.now();
    const [text, again] = [await KepubText.open(file), await KepubText.open(file)];
    const place = placeAt(text, 40)!;
    expect(await carryPlace(text, again, place)).toEqual(place);
    expect(performance.now() - begun).toBeLessThan(60_000);
  });
});

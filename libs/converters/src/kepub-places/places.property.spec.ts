import { bytesAccess, DomainError } from '@octavo/domain';
import fc from 'fast-check';
import { epubToKepub } from '../kepub/epub-to-kepub.js';
import { convertedBytes } from '../testing/converter-contract.js';
import { carryPlace } from './carry-place.js';
import { KepubText } from './kepub-text.js';
import { type MeasuredPlace, percentAt, placeAt } from './places.js';
import { bookOf, kepubOf } from './testing/kepub-of.js';

const TEXTS = ['One. ', 'Two! And three? ', 'x', ' ', '&#160;', '執筆。', '&amp; so. ', 'A long sentence without end '];
const INSIDE = ['<img src="a.png"/>', '<i>leaning. </i>', '<br/>', '<b/>', '<pre>code. code.</pre>'];
const BLOCKS = ['p', 'div', 'h2', 'li', 'blockquote'];

const paragraph = fc
  .tuple(fc.constantFrom(...BLOCKS), fc.array(fc.constantFrom(...TEXTS, ...INSIDE), { maxLength: 8 }))
  .map(([name, content]) => `<${name}>${content.join('')}</${name}>`);
const bodies = fc.array(
  fc.array(paragraph, { maxLength: 8 }).map((all) => all.join('')),
  { minLength: 1, maxLength: 5 },
);
const percent = fc.double({ min: 0, max: 100, noNaN: true });

/** Every place of a book, in its order. */
function allPlaces({ pages }: KepubText): { source: string; value: string }[] {
  return pages.flatMap(({ name, spans }) =>
    Array.from({ length: spans.count }, (_, span) => ({ source: name, value: spans.idOf(span) })),
  );
}

describe('places and percentages', () => {
  it('lead to each other, within one span', async () => {
    await fc.assert(
      fc.asyncProperty(bodies, percent, async (chapters, asked) => {
        const text = await kepubOf(bookOf(chapters));
        const place = placeAt(text, asked);
        expect(place === undefined).toBe(text.length === 0);
        if (!place) return;
        const percents = allPlaces(text).map((one) => percentAt(text, one)!);
        const at = allPlaces(text).findIndex(({ source, value }) => source === place.source && value === place.value);
        expect(percents[at]).toBe(place.percent);
        expect(place.percent).toBeLessThanOrEqual(asked + 1e-6);
        expect(percents[at + 1] ?? 101).toBeGreaterThan(asked - 1e-6);
      }),
    );
  });

  it('name each span: its percentage leads back to it', async () => {
    await fc.assert(
      fc.asyncProperty(bodies, async (chapters) => {
        const text = await kepubOf(bookOf(chapters));
        for (const place of allPlaces(text)) expect(placeAt(text, percentAt(text, place)!)).toMatchObject(place);
      }),
    );
  });

  it('grow together', async () => {
    await fc.assert(
      fc.asyncProperty(bodies, fc.array(percent), async (chapters, asked) => {
        const text = await kepubOf(bookOf(chapters));
        fc.pre(text.length > 0);
        const order = allPlaces(text).map(({ source, value }) => source + value);
        const found = asked.sort((a, b) => a - b).map((one) => placeAt(text, one)!);
        const indexOf = ({ source, value }: MeasuredPlace) => order.indexOf(source + value);
        const indexes = found.map(indexOf);
        expect(indexes).toEqual([...indexes].sort((a, b) => a - b));
        expect(placeAt(text, 0)).toMatchObject(allPlaces(text)[0]!);
        expect(placeAt(text, 100)).toMatchObject(allPlaces(text).at(-1)!);
      }),
    );
  });
});

describe('a place carried', () => {
  it('between two conversions of one EPUB stays where it was', async () => {
    await fc.assert(
      fc.asyncProperty(bodies, async (chapters) => {
        const [once, twice] = [await kepubOf(bookOf(chapters)), await kepubOf(bookOf(chapters))];
        for (const place of allPlaces(once)) expect(await carryPlace(once, twice, place)).toMatchObject(place);
      }),
      { numRuns: 50 },
    );
  });

  it('always is a place of the book it was carried to', async () => {
    await fc.assert(
      fc.asyncProperty(bodies, bodies, async (before, after) => {
        const [from, to] = [await kepubOf(bookOf(before)), await kepubOf(bookOf(after))];
        for (const place of allPlaces(from)) {
          const carried = await carryPlace(from, to, place);
          expect(carried === undefined).toBe(to.length === 0);
          if (carried) expect(percentAt(to, carried)).toBe(carried.percent);
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe('a damaged KEPUB', () => {
  it('gives a place, none, or a problem, whatever bytes are wrong', async () => {
    const whole = await convertedBytes(epubToKepub, bookOf(['<p>One. Two.</p>', '<p>Three. Four.</p>']).build());
    const damage = fc.array(fc.tuple(fc.nat(whole.byteLength - 1), fc.nat(255)), { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(damage, fc.nat(whole.byteLength), async (changes, length) => {
        const bytes = Uint8Array.from(whole).subarray(0, changes.length % 3 === 0 ? length : undefined);
        for (const [at, value] of changes) if (at < bytes.byteLength) bytes[at] = value;
        const text = await KepubText.open(bytesAccess(bytes)).catch((error: unknown) => error);
        if (text instanceof KepubText) placeAt(text, 40);
        else expect(text).toBeInstanceOf(DomainError);
      }),
      { numRuns: 300 },
    );
  });
});

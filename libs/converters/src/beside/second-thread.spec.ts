import { bytesAccess } from '@octavo/domain';
import { anEpub, type EpubBuilder } from '@octavo/testing';
import fc from 'fast-check';
import { Writable } from 'node:stream';
import type { ConvertOptions } from '../converter.js';
import { epubToKepub } from '../kepub/epub-to-kepub.js';
import { MOST_TAGS_OF_BOOK } from '../kepub/limits.js';
import { convertedBytes } from '../testing/converter-contract.js';
import type { PageMaker } from './page-maker.js';
import { SecondThread } from './second-thread.js';
import { makerHere } from './testing/maker-here.js';

/** What is told on the way counts as well. */
async function outcome(book: Uint8Array, options: ConvertOptions = {}): Promise<unknown> {
  const told: unknown[] = [];
  const chunks: Uint8Array[] = [];
  const out = new Writable({ write: (chunk: Uint8Array, _encoding, done) => done(void chunks.push(chunk)) });
  const progress = (...so: number[]) => void told.push(so);
  try {
    const report = await epubToKepub.convert(bytesAccess(book), out, { ...options, progress });
    return { report, told, bytes: Buffer.concat(chunks).toString('base64') };
  } catch (error) {
    return { error, told };
  }
}

const page = (body: string) => `<html xmlns="http://www.w3.org/1999/xhtml"><head/><body>${body}</body></html>`;
const prose = (kilobytes: number) => '<p>“One.” Two is more… Three?  Four.</p>\n'.repeat(kilobytes * 24);
const PAGES = [
  page(prose(30)),
  page(prose(1)),
  page(prose(60)),
  page(`<p>mended<br>${prose(3)}`),
  '<html><head/><frameset/></html>',
  `<?xml version="1.0" encoding="iso-8859-1"?>${page('<p>é.</p>'.repeat(999))}`,
  page(prose(1_100)),
  '',
];

function bookOf(pages: readonly string[]): EpubBuilder {
  const book = anEpub().withChapters(pages.length, 1);
  pages.forEach((text, at) => book.withFile(`OEBPS/chapter-${at + 1}.xhtml`, text));
  return book;
}

describe('a book whose pages are made in two places', () => {
  it('is the same to the byte, whoever makes which page and when', async () => {
    const pages = fc.array(fc.constantFrom(...PAGES), { minLength: 8, maxLength: 30 });
    const fate = fc.record({ ms: fc.nat(20), lost: fc.constantFrom('none', 'none', 'first', 'all') });
    let given = 0;
    await fc.assert(
      fc.asyncProperty(pages, fc.array(fate, { minLength: 1, maxLength: 5 }), async (texts, fates) => {
        const book = bookOf(texts).build();
        const second = makerHere(fates);
        expect(await outcome(book, { second })).toEqual(await outcome(book));
        given += second.given;
      }),
      { numRuns: 25 },
    );
    expect(given).toBeGreaterThan(25);
  });

  it.each<[string, string]>([
    ['a tag with too many attributes', page(`<p ${Array.from({ length: 20_000 }, (_, n) => `a${n}="b"`).join(' ')}/>`)],
    ['entities without bound', `<!DOCTYPE html [<!ENTITY a "${'b'.repeat(999)}">]>${page('&a;'.repeat(9_999))}`],
  ])('fails as it would in one place for %s, wherever that stands', async (_name, hostile) => {
    for (const at of [3, 12, 19]) {
      const pages = Array.from({ length: 20 }, (_, n) => (n === at ? hostile : page(prose(20))));
      const book = bookOf(pages).build();
      const alone = await outcome(book);
      expect(alone).toMatchObject({ error: { code: 'archive.bomb' } });
      expect(await outcome(book, { second: makerHere([{ ms: 1, lost: 'none' }]) })).toEqual(alone);
    }
  });

  it('fails for a damaged page after all that were before it', async () => {
    const bytes = Buffer.from(bookOf(Array.from({ length: 20 }, () => page(prose(20)))).build());
    const header = bytes.indexOf('OEBPS/chapter-9.xhtml');
    bytes.fill(0xff, header + 60, header + 90);
    const alone = await outcome(bytes);
    expect(alone).toMatchObject({ error: { code: 'file.unreadable' } });
    expect(await outcome(bytes, { second: makerHere([{ ms: 1, lost: 'none' }]) })).toEqual(alone);
  });

  it('is bounded by what all of its pages hold together', async () => {
    const crowded = page('<b>a</b>'.repeat(60_000));
    const pages = Array.from({ length: Math.ceil(MOST_TAGS_OF_BOOK / 120_000) + 2 }, () => crowded);
    const book = bookOf(pages).build();
    const second = makerHere([{ ms: 1, lost: 'none' }]);
    const told: number[] = [];
    const converting = convertedBytes(epubToKepub, book, { second, progress: (done) => told.push(done) });
    await expect(converting).rejects.toMatchObject({ detail: expect.stringContaining('more markup than any book') });
    expect([told.at(-1), second.given > 3]).toEqual([Math.floor(MOST_TAGS_OF_BOOK / 120_000) + 1, true]);
  }, 60_000);

  it('asks nobody for a short book, nor for one that is locked', async () => {
    const second = makerHere([{ ms: 0, lost: 'none' }]);
    await outcome(anEpub().withChapters(9).build(), { second });
    const rights = '<rights><licenseURL>http://ns.adobe.com/adept</licenseURL></rights>';
    const pages = Array.from({ length: 20 }, () => page(prose(20)));
    await outcome(bookOf(pages).withFile('META-INF/rights.xml', rights).build(), { second });
    expect(second.given).toBe(0);
  });
});

describe('a second thread', () => {
  const book = bookOf(Array.from({ length: 40 }, (_, n) => PAGES[n % 6]!)).build();
  let second: SecondThread;
  beforeEach(() => (second = new SecondThread()));
  afterEach(() => second.close());

  async function untilFree(): Promise<void> {
    second.prepare();
    while (!second.free) await new Promise((resolve) => setTimeout(resolve, 10));
  }

  /** Counts what comes back from it. */
  function counted(): { maker: PageMaker; made: () => number } {
    let made = 0;
    const make: PageMaker['make'] = async (plan, pages) => {
      const answer = await second.make(plan, pages);
      made += answer.filter((one) => one !== undefined).length;
      return answer;
    };
    const maker: PageMaker = {
      get free() {
        return second.free;
      },
      prepare: () => second.prepare(),
      make,
    };
    return { maker, made: () => made };
  }

  it('makes pages of every kind to the same bytes', async () => {
    await untilFree();
    const { maker, made } = counted();
    expect(await outcome(book, { second: maker })).toEqual(await outcome(book));
    expect(made()).toBeGreaterThan(0);
  });

  it('is not waited for before it is there', async () => {
    const alone = await outcome(book);
    expect(await outcome(book, { second })).toEqual(alone);
  });

  it('may die in the middle, and is there again for the next book', async () => {
    const alone = await outcome(book);
    await untilFree();
    const { maker } = counted();
    const dying: PageMaker = {
      get free() {
        return second.free;
      },
      prepare: () => second.prepare(),
      make: (plan, pages) => {
        const making = maker.make(plan, pages);
        void second.close();
        return making;
      },
    };
    expect(await outcome(book, { second: dying })).toEqual(alone);
    await untilFree();
    const { maker: again, made } = counted();
    expect(await outcome(book, { second: again })).toEqual(alone);
    expect(made()).toBeGreaterThan(0);
  });
});

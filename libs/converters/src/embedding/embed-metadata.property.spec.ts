import { bytesAccess } from '@octavo/domain';
import { openEpub } from '@octavo/formats';
import { aComic } from '@octavo/testing';
import fc from 'fast-check';
import { agree } from './agreement.js';
import { SAID_FIELDS, type Said, type SaidField } from './said.js';
import { embedded, packageIn, saidIn } from './testing/embedded.js';
import { bookOf, MANDATORY, packageOf } from './testing/package-book.js';
import { someMetadata, wildMetadata } from './testing/some-metadata.js';
import { somePackage } from './testing/some-package.js';
import { wantedOf } from './wanted.js';

const told = (wanted: Said, said: Said) => SAID_FIELDS.filter((field) => wanted[field] && agree(field, wanted, said));
const asked = (wanted: Said) => SAID_FIELDS.filter((field) => wanted[field] !== undefined);
/** Of these a part may be left. */
const PARTIAL: readonly SaidField[] = ['identifiers', 'series', 'contributors'];

async function uniqueIdentifierIn(book: Uint8Array): Promise<unknown> {
  const { uniqueIdentifier, metadata } = await openEpub(bytesAccess(book));
  return metadata.filter(({ name, attributes }) => name === 'identifier' && attributes['id'] === uniqueIdentifier);
}

describe('metadata written into a file', () => {
  it('is read back from an EPUB 3 as it was asked for', async () => {
    await fc.assert(
      fc.asyncProperty(someMetadata, fc.option(fc.constantFrom('Emma, The', 'Ä & B')), async (metadata, sort) => {
        const request = { format: 'epub', metadata, ...(sort !== null && { sortTitle: sort }) } as const;
        const { bytes, report } = await embedded(bookOf(packageOf(MANDATORY)), request);
        expect(report.left).toEqual([]);
        const wanted = wantedOf(request);
        expect(told(wanted, await saidIn(bytes))).toEqual(asked(wanted));
      }),
      { numRuns: 40 },
    );
  });

  it('is read back from a book of any shape, which stays the book it was', async () => {
    await fc.assert(
      fc.asyncProperty(somePackage, someMetadata, async ({ opf, version, lasting }, metadata) => {
        const book = bookOf(opf);
        const request = { format: 'epub', metadata } as const;
        const { bytes, report } = await embedded(book, request);
        const text = await packageIn(bytes);
        const single = lasting.flatMap((piece) => piece.split(/(?<=>)(?=<meta refines)/));
        expect(single.filter((element) => !text.includes(element))).toEqual([]);
        expect(await uniqueIdentifierIn(bytes)).toEqual(await uniqueIdentifierIn(book));
        expect((await embedded(bytes, request)).bytes.equals(bytes)).toBe(true);
        const ids = [...text.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
        expect(new Set(ids).size).toBe(ids.length);
        // What EPUB 2 cannot say. A calibre column goes on telling of its series behind those that were asked for.
        const limits = version === '3.0' ? [] : ['series', 'pageCount', opf.includes('display-seq') ? 'subtitle' : ''];
        expect(report.left.filter((field) => !limits.includes(field))).toEqual([]);
        const wanted = wantedOf(request);
        const said = await saidIn(bytes);
        expect(said.series?.[0]?.name).toBe(wanted.series?.[0]?.name ?? said.series?.[0]?.name);
        const fields = asked(wanted).filter((field) => field !== 'series' && !report.left.includes(field));
        expect(fields.filter((field) => field !== 'contributors' && !agree(field, wanted, said))).toEqual([]);
        expect(said.contributors?.map(({ name, role }) => `${role} ${name}`).sort()).toEqual(
          (wanted.contributors ?? said.contributors)?.map(({ name, role }) => `${role} ${name}`).sort(),
        );
      }),
      { numRuns: 120 },
    );
  });

  it('is written or left and named, whatever it is, and a second time changes nothing', async () => {
    const packages = fc.oneof(
      somePackage.map(({ opf }) => opf),
      fc.constant(packageOf(MANDATORY)),
    );
    await fc.assert(
      fc.asyncProperty(packages, wildMetadata, async (opf, metadata) => {
        const book = bookOf(opf);
        const request = { format: 'epub', metadata } as const;
        const { bytes, report } = await embedded(book, request);
        const [was, is] = [await saidIn(book), await saidIn(bytes)];
        for (const field of report.left) {
          if (field === 'abridged' || field === 'cover' || PARTIAL.includes(field)) continue;
          if (field === 'sortTitle' && report.changed.includes('title')) continue;
          if (field === 'description' && report.changed.includes('title')) continue;
          expect(agree(field, was, is)).toBe(true);
        }
        expect((await embedded(bytes, request)).bytes.equals(bytes)).toBe(true);
      }),
      { numRuns: 80 },
    );
  });

  it('is read back from a comic, as far as a record of comics goes', async () => {
    const comics = fc.constantFrom(
      aComic().build(),
      aComic()
        .titled('Zot!')
        .inSeries('Zot', '1')
        .by('A. Bee, C. Dee')
        .saying('Genre', 'Old')
        .saying('Tags', 'A, B')
        .build(),
      aComic()
        .inSeries('Zot')
        .saying('Volume', '3')
        .saying('GTIN', '9780441478125')
        .saying('Web', 'https://a.b/')
        .build(),
      aComic()
        .withFile('MetronInfo.xml', '<MetronInfo><Series><Name>M</Name></Series><Number>3</Number></MetronInfo>')
        .build(),
    );
    await fc.assert(
      fc.asyncProperty(comics, fc.oneof(someMetadata, wildMetadata), async (comic, metadata) => {
        const request = { format: 'cbz', metadata } as const;
        const { bytes, report } = await embedded(comic, request);
        const said = await saidIn(bytes, '.cbz');
        const wanted = wantedOf(request);
        const whole = asked(wanted).filter((field) => !report.left.includes(field));
        const names = ({ contributors = [] }: Said) => contributors.map(({ name, role }) => `${role} ${name}`).sort();
        for (const field of whole) {
          if (field === 'contributors') expect(names(said)).toEqual(names(wanted));
          else if (field === 'series')
            expect(said.series?.map(({ name }) => name)).toEqual(wanted.series?.map(({ name }) => name));
          else if (field !== 'description') expect([field, agree(field, wanted, said)]).toEqual([field, true]);
        }
        expect((await embedded(bytes, request)).bytes.equals(bytes)).toBe(true);
      }),
      { numRuns: 80 },
    );
  });
});

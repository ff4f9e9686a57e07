import { bytesAccess } from '@octavo/domain';
import { openEpub, ZipArchive } from '@octavo/formats';
import { anEpub, aZip } from '@octavo/testing';
import { convertedBytes } from '../testing/converter-contract.js';
import { pageNames } from './book-files.js';
import { epubToKepub } from './epub-to-kepub.js';
import { type Expectation, verifyKepub } from './verify-kepub.js';

const book = () => anEpub().withChapters(2, 3);
const SPANS = '<p><span class="koboSpan" id="kobo.1.1">A.</span></p>';

const verified = (bytes: Uint8Array, expectation: Expectation = {}) => verifyKepub(bytesAccess(bytes), expectation);
const pagesIn = async (bytes: Uint8Array) => pageNames(await openEpub(bytesAccess(bytes)));

describe('a KEPUB is worth keeping', () => {
  it('when all pages of its book are in it, and more may be', async () => {
    const made = await convertedBytes(epubToKepub, book().build(), { kepub: { titlePage: 'always' } });
    expect((await verified(made, { pages: await pagesIn(book().build()) })).pages).toBeGreaterThanOrEqual(3);
  });

  it('when its book lay in a folder, from which its pages were taken out', async () => {
    const archive = await ZipArchive.open(bytesAccess(book().build()));
    const boxed = aZip();
    for (const entry of archive.entries) boxed.with(`box/${entry.name}`, await archive.bytes(entry));
    const made = await convertedBytes(epubToKepub, boxed.build(), { kepub: { titlePage: 'never' } });
    expect((await verified(made, { pages: await pagesIn(boxed.build()) })).pages).toBe(3);
  });

  it('when a page has grown beyond what a page may be before', async () => {
    const words = (n: number) => `${(n * 7_919) % 99_991} times ${(n * 104_729) % 99_991} is another number`;
    const paragraph = (n: number) => `<p>${words(n)}. ${words(n + 1)}.</p>`;
    const paragraphs = Array.from({ length: 110_000 }, (_, n) => paragraph(n)).join('');
    const page = `<html xmlns="http://www.w3.org/1999/xhtml"><head/><body>${paragraphs}</body></html>`;
    const large = anEpub().withFile('OEBPS/chapter-1.xhtml', page).build();
    const made = await convertedBytes(epubToKepub, large);
    expect((await verified(made, { pages: await pagesIn(large) })).spans).toBeGreaterThan(200_000);
  });

  it('not when a page of the book is missing', async () => {
    const made = await convertedBytes(epubToKepub, book().build());
    const pages = await pagesIn(anEpub().withChapters(3).build());
    await expect(verified(made, { pages })).rejects.toMatchObject({
      code: 'conversion.failed',
      detail: expect.stringContaining('chapter-3.xhtml'),
    });
  });

  it('not when a page is ill-formed, where another program made it', async () => {
    const page = (body: string) => `<html xmlns="http://www.w3.org/1999/xhtml"><head/><body>${body}</body></html>`;
    const made = (body: string) => anEpub().withFile('OEBPS/chapter-1.xhtml', page(body)).build();
    expect((await verified(made(SPANS), { wellFormed: true })).spans).toBe(1);
    await expect(verified(made(`${SPANS}<br>`), { wellFormed: true })).rejects.toMatchObject({
      detail: expect.stringContaining('chapter-1.xhtml'),
    });
    expect((await verified(made(`${SPANS}<br>`))).spans).toBe(1);
  });
});

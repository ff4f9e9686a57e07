import { bytesAccess } from '@octavo/domain';
import { aComic, anEpub, aZip, pngCover } from '@octavo/testing';
import { fileIn, filesIn, asking, embedded } from './testing/embedded.js';
import { verifyEmbedded } from './verify-embedded.js';

const BOOK = anEpub().titled('Emma').by('Jane Austen').withCover().withChapters(2).build();
const ASKED = asking({ title: 'New', subtitle: 'Sub', publisher: 'House' });

/** An archive with these files, stored where the original has them so. */
function packed(files: [string, Uint8Array][], comment = ''): Uint8Array {
  const zip = aZip().withComment(comment);
  for (const [name, bytes] of files) zip.with(name, bytes, { stored: /mimetype|png/.test(name) });
  return zip.build();
}

async function changed(change: (files: [string, Buffer][]) => [string, Uint8Array][], request = ASKED): Promise<void> {
  const { bytes } = await embedded(BOOK, request);
  await verifyEmbedded(bytesAccess(BOOK), bytesAccess(packed(change(await filesIn(bytes)))), request);
}

const replaced = (file: RegExp, from: string | RegExp, to: string) => (files: [string, Buffer][]) =>
  files.map(([name, bytes]): [string, Uint8Array] => [
    name,
    file.test(name) ? Buffer.from(bytes.toString().replace(from, to)) : bytes,
  ]);
const refusal = (detail: string) => ({ code: 'conversion.failed', detail: `The file that was written ${detail}.` });

describe('a written file', () => {
  it('is taken as it was written', async () => {
    const { bytes } = await embedded(BOOK, ASKED);
    await expect(verifyEmbedded(bytesAccess(BOOK), bytesAccess(bytes), ASKED)).resolves.toBeUndefined();
  });

  it('is refused when nothing was written', async () => {
    const done = verifyEmbedded(bytesAccess(BOOK), bytesAccess(BOOK), ASKED);
    await expect(done).rejects.toMatchObject(refusal('does not say what it should (title, subtitle, publisher)'));
  });

  it.each([
    ['lacks a file', (files: [string, Buffer][]) => files.slice(0, -1), 'does not hold the same files'],
    ['has one more', (files: [string, Buffer][]) => [...files, files[2]!], 'does not hold the same files'],
    ['has them in another order', (files: [string, Buffer][]) => [...files].reverse(), 'does not hold the same files'],
    ['has another page', replaced(/chapter-2/, 'two', '2'), 'holds another "OEBPS/chapter-2.xhtml"'],
    ['has another title', replaced(/opf/, '>New<', '>Old<'), 'does not say what it should (title)'],
    ['has lost somebody', replaced(/opf/, /<dc:creator.*creator>/, ''), 'does not say what it should (contributors)'],
    ['has another version', replaced(/opf/, 'version="3.0"', 'version="2.0"'), 'has another version than its book'],
    ['is called by another id', replaced(/opf/, '"uid">', '"u">'), 'has another unique identifier than its book'],
    [
      'has another name',
      replaced(/opf/, 'urn:uuid:', 'urn:uuid:0'),
      expect.stringContaining('has lost the identifier "urn:uuid:'),
    ],
    ['has another spine', replaced(/opf/, '<itemref idref="c2"/>', ''), 'has another spine than its book'],
    ['has another manifest', replaced(/opf/, 'id="c2"', 'id="c3"'), 'has another manifest than its book'],
    [
      'lists more',
      replaced(/opf/, '</manifest>', '<item id="x" href="y"/></manifest>'),
      'has another manifest than its book',
    ],
    [
      'calls another file the cover',
      replaced(/opf/, ' properties="cover-image"', ''),
      'has another manifest than its book',
    ],
  ])('is refused when it %s', async (_, change, detail) => {
    const problem = typeof detail === 'string' ? refusal(detail) : { code: 'conversion.failed', detail };
    await expect(changed(change)).rejects.toMatchObject(problem);
  });

  it('is refused when it does not have the cover it was given', async () => {
    const request = { ...ASKED, cover: { bytes: pngCover({ seed: 7 }), mediaType: 'image/png' } };
    const other = (files: [string, Buffer][]) =>
      files.map(([name, bytes]): [string, Uint8Array] => [name, /png/.test(name) ? pngCover({ seed: 8 }) : bytes]);
    await expect(changed((files) => files, request)).resolves.toBeUndefined();
    await expect(changed(other, request)).rejects.toMatchObject(refusal('does not have the cover it was given'));
  });

  it('is refused when it lost what was written on the archive', async () => {
    const book = packed(await filesIn(BOOK), 'a note');
    const { bytes } = await embedded(book, ASKED);
    const cut = Buffer.from(bytes.subarray(0, -6));
    cut.writeUInt16LE(0, cut.byteLength - 2);
    const done = verifyEmbedded(bytesAccess(book), bytesAccess(cut), ASKED);
    await expect(done).rejects.toMatchObject(refusal('has lost the comment of its archive'));
  });

  it('is refused when it does not open', async () => {
    const { bytes } = await embedded(BOOK, ASKED);
    const half = bytes.subarray(0, bytes.byteLength / 2);
    await expect(verifyEmbedded(bytesAccess(BOOK), bytesAccess(half), ASKED)).rejects.toMatchObject({
      code: 'file.unreadable',
    });
  });

  it('is not looked at any more when there is no time', async () => {
    const reason = new Error('enough');
    const done = verifyEmbedded(bytesAccess(BOOK), bytesAccess(BOOK), ASKED, AbortSignal.abort(reason));
    await expect(done).rejects.toBe(reason);
  });
});

describe('a written comic', () => {
  const comic = aComic().titled('Zot!').marking(1, 'FrontCover').saying('Manga', 'YesAndRightToLeft').build();
  const request = asking({ title: 'New' }, { format: 'cbz' });

  it.each([
    ['another direction', 'YesAndRightToLeft', 'No'],
    ['another cover', 'Image="1"', 'Image="2"'],
  ])('is refused when it has %s', async (_, from, to) => {
    const { bytes } = await embedded(comic, request);
    const files = (await filesIn(bytes)).map(([name, content]): [string, Uint8Array] => [
      name,
      name === 'ComicInfo.xml' ? Buffer.from(content.toString().replace(from, to)) : content,
    ]);
    expect(await fileIn(bytes, 'ComicInfo.xml')).toContain(from);
    const done = verifyEmbedded(bytesAccess(comic), bytesAccess(packed(files)), request);
    await expect(done).rejects.toMatchObject(refusal('has other pages than its comic'));
  });
});

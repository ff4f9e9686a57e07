import { Writable } from 'node:stream';
import { bytesAccess, DomainError, type RandomAccess } from '@octavo/domain';
import { openEpub } from '@octavo/formats';
import { aComic, anEpub, aRar, aZip, pngCover } from '@octavo/testing';
import type { ConversionReport } from '../converter.js';
import { verifyKepub } from '../kepub/verify-kepub.js';
import { convertedBytes, converterContract } from '../testing/converter-contract.js';
import { cbrToKepub, cbzToKepub } from './comic-to-kepub.js';
import { bytesOf, heavyComic, heavyPage, kepubOf } from './testing/comic-pages.js';

const check = (result: Uint8Array) => verifyKepub(bytesAccess(result), { wellFormed: true });

converterContract('CBZ to KEPUB', cbzToKepub, () => heavyComic().build(), check);
converterContract('CBR to KEPUB', cbrToKepub, () => heavyComic().buildRar(5), check);
converterContract('RAR 4 CBR to KEPUB', cbrToKepub, () => heavyComic().buildRar(4), check);

const nowhere = () => new Writable({ write: (_chunk, _encoding, done) => done() });
const reportOf = (comic: Uint8Array): Promise<ConversionReport> => cbzToKepub.convert(bytesAccess(comic), nowhere());
const problemOf = (comic: Uint8Array): Promise<unknown> =>
  reportOf(comic).then(
    () => 'none',
    (error: unknown) => (error instanceof DomainError ? error.code : error),
  );
const damaged = (bytes: Uint8Array) => ({ bytes, claims: { crc32: 1 } });

/** A zip of `good` pages, and bad ones behind them. */
function withBadPages(good: number, bad: { bytes: Uint8Array; claims?: { crc32?: number; size?: number } }[]) {
  const zip = aZip();
  for (let at = 0; at < good; at += 1) zip.with(`a${at}.png`, heavyPage(at, 0), { stored: true });
  for (const [at, { bytes, claims }] of bad.entries()) zip.with(`b${at}.png`, bytes, { stored: true, claims });
  return zip.build();
}

describe('a comic with pages that cannot be shown', () => {
  const garbage = { bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>') };

  it('goes on without them, and says which and why', async () => {
    const comic = withBadPages(19, [damaged(heavyPage(1)), garbage]);
    const report = await reportOf(comic);
    expect(report).toEqual({
      converted: 19,
      fallbacks: 0,
      skipped: [
        { name: 'b0.png', reason: '"b0.png" in the archive is damaged or cut off.' },
        { name: 'b1.png', reason: 'it is no image' },
      ],
    });
    const kepub = await kepubOf(comic);
    expect(kepub.spine.map(({ item }) => item.href).at(-1)).toBe('pages/0019.xhtml');
  });

  it.each([
    [
      'more than a tenth is damaged',
      withBadPages(17, [damaged(heavyPage(1)), damaged(heavyPage(2))]),
      'file.unreadable',
    ],
    ['more than a tenth is no image', withBadPages(8, [garbage]), 'conversion.failed'],
    ['none is left', withBadPages(0, [garbage]), 'conversion.failed'],
    [
      'a page is far too large',
      aZip()
        .withBomb('a.png', 65 * 1024 * 1024)
        .build(),
      'archive.bomb',
    ],
    [
      'there are none',
      aZip().with('ComicInfo.xml', '<ComicInfo><Title>Zot</Title></ComicInfo>').build(),
      'file.unreadable',
    ],
    ['a page is locked', aZip().with('a.png', pngCover(), { encrypted: true }).build(), 'format.encrypted'],
    ['the list of files is locked', aRar().withLockedHeaders().build(), 'format.encrypted'],
    ['it is one of several volumes', aRar().asVolume().with('a.png', pngCover()).build(), 'file.unreadable'],
    ['there are too many', manyPages(9001), 'archive.bomb'],
    ['it is an EPUB', anEpub().withCover().build(), 'format.unsupported'],
    ['it is a picture', pngCover(), 'file.unreadable'],
    ['it is empty', new Uint8Array(), 'file.empty'],
  ])('is refused when %s', async (_, comic, code) => {
    expect(await problemOf(comic)).toBe(code);
  });

  it('destroys what it was to be written to when it is refused', async () => {
    const out = nowhere();
    await expect(cbzToKepub.convert(bytesAccess(pngCover()), out)).rejects.toThrow(DomainError);
    expect(out.destroyed).toBe(true);
  });
});

function manyPages(count: number): Uint8Array {
  const zip = aZip();
  const page = pngCover({ width: 8, height: 8 });
  for (let at = 0; at < count; at += 1) zip.with(`${at}.png`, page, { stored: true });
  return zip.build();
}

describe('a comic of many pages', () => {
  it('goes through page by page: none is read long before it is written', async () => {
    const weight = 200_000;
    const comic = aComic().withPages(0);
    for (let at = 0; at < 20; at += 1) comic.withFile(`${at}.png`, heavyPage(at, weight));
    const bytes = comic.build();
    let read = 0;
    let written = 0;
    let mostAhead = 0;
    const source: RandomAccess = {
      size: bytes.byteLength,
      read: (offset, length) => {
        if (length >= weight) read += 1;
        mostAhead = Math.max(mostAhead, read - written / weight);
        return Promise.resolve(bytes.subarray(offset, offset + length));
      },
    };
    const out = new Writable({
      write: (chunk: Uint8Array, _encoding, done) => {
        written += chunk.byteLength;
        setImmediate(done);
      },
    });
    await cbzToKepub.convert(source, out);
    expect(read).toBe(20);
    expect(mostAhead).toBeLessThanOrEqual(3);
  });

  it('may have as many as an omnibus, and opens', async () => {
    const result = await convertedBytes(cbzToKepub, manyPages(9000));
    expect(await verifyKepub(bytesAccess(result))).toEqual({ pages: 9001, spans: 9000 });
    const kepub = await openEpub(bytesAccess(result));
    expect(kepub.spine).toHaveLength(9000);
    expect(await bytesOf(kepub, 'images/9000.png')).toEqual(pngCover({ width: 8, height: 8 }));
  });
});

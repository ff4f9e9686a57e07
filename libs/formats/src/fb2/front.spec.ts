import { gzipSync, createGunzip } from 'node:zlib';
import { anFb2, FB2_ENCODINGS } from '@octavo/testing';
import fc from 'fast-check';
import { textOf } from '../xml/xml.js';
import { readFront } from './front.js';
import { MarkupStream } from './markup-stream.js';
import { unpackedBlocks, type Blocks } from './unpacked-blocks.js';

// eslint-disable-next-line @typescript-eslint/require-await -- blocks are read, here they are at hand
async function* inPieces(bytes: Uint8Array, length: number, closed?: () => void): Blocks {
  try {
    for (let at = 0; at < bytes.byteLength; at += length) yield bytes.subarray(at, at + length);
  } finally {
    closed?.();
  }
}

describe('the front of an FB2', () => {
  it.each(FB2_ENCODINGS)('is the same in %s, however the file is cut into pieces', async (encoding) => {
    const bytes = anFb2().titled('Пикник на обочине').encodedAs(encoding).build();
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: 400 }), async (length) => {
        const front = await readFront(new MarkupStream(inPieces(bytes, length)));
        expect(front.warnings).toEqual([]);
        expect(front.description && textOf(front.description)).toContain('Пикник на обочине');
        expect(front.description && textOf(front.description)).not.toContain('stormy');
      }),
      { numRuns: 60 },
    );
  });

  it.each(['utf-16le', 'utf-16be'] as const)('is read in %s without a byte order mark', async (encoding) => {
    const bytes = anFb2().titled('Пикник').encodedAs(encoding).build().subarray(2);
    const { description } = await readFront(new MarkupStream(inPieces(bytes, 100)));
    expect(description && textOf(description)).toContain('Пикник');
  });
});

describe('the blocks of a file', () => {
  it('are let go of when nobody wants the rest', async () => {
    let closed = 0;
    const stream = new MarkupStream(inPieces(Buffer.alloc(1000), 10, () => closed++));
    await stream.next();
    await stream.close();
    expect(closed).toBe(1);
  });

  it('are let go of through what unpacks them', async () => {
    const packed = gzipSync(
      Uint8Array.from({ length: 1_200_000 }, (_, at) => Math.imul(at, 0x9e3779b1) >>> 13),
      { level: 0 },
    );
    let closed = 0;
    const stream = new MarkupStream(
      unpackedBlocks(
        inPieces(packed, 1000, () => closed++),
        createGunzip(),
      ),
    );
    await stream.next();
    await stream.close();
    await new Promise(setImmediate);
    expect(closed).toBe(1);
  });
});

import fc from 'fast-check';
import { countedAccess } from '../testing/counted-access.js';
import { WindowedAccess } from './windowed-access.js';

const KIB = 1024;
const bytesOf = (size: number) => Uint8Array.from({ length: size }, (_, at) => at % 251);

describe('a source read in windows', () => {
  it('gives what is there, whatever is asked for in whatever order', async () => {
    const bytes = bytesOf(300 * KIB);
    const range = fc.tuple(fc.integer({ min: -5, max: 310 * KIB }), fc.integer({ min: -5, max: 200 * KIB }));
    await fc.assert(
      fc.asyncProperty(fc.array(range, { maxLength: 12 }), async (ranges) => {
        const access = new WindowedAccess(countedAccess(bytes));
        for (const [offset, length] of ranges) {
          const expected = offset < 0 || length < 0 ? new Uint8Array() : bytes.subarray(offset, offset + length);
          expect(Buffer.compare(await access.read(offset, length), expected)).toBe(0);
        }
      }),
    );
  });

  it('asks once for what is near, and for more when read on', async () => {
    const source = countedAccess(bytesOf(4096 * KIB));
    const access = new WindowedAccess(source);
    for (let at = 0; at < 1000 * KIB; at += KIB) await access.read(at, KIB);
    expect(source.reads.map(({ length }) => length / KIB)).toEqual([64, 128, 256, 512, 1024]);
  });

  it('asks for the end of the file at once', async () => {
    const source = countedAccess(bytesOf(500 * KIB));
    const access = new WindowedAccess(source);
    await access.read(500 * KIB - 10, 10);
    await access.read(450 * KIB, 20);
    expect(source.reads).toEqual([{ offset: 436 * KIB, length: 64 * KIB }]);
  });

  it('asks at once for what is larger than a window', async () => {
    const source = countedAccess(bytesOf(500 * KIB));
    expect(await new WindowedAccess(source).read(7, 300 * KIB)).toHaveLength(300 * KIB);
    expect(source.reads).toHaveLength(1);
  });

  it('never asks for more than 32 MiB', async () => {
    let asked = 0;
    const read = (_: number, length: number) => Promise.resolve(new Uint8Array((asked += length) && length));
    const access = new WindowedAccess({ size: 1e12, read });
    for (let at = 0; at < 2000; at++) await access.read(at * 1e8, 10);
    expect(asked).toBeLessThanOrEqual(32 * KIB * KIB);
    expect(access.exhausted).toBe(true);
    expect(await access.read(5e11, 10)).toHaveLength(0);
  });
});

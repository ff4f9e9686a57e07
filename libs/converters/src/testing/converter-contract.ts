import { Writable } from 'node:stream';
import { bytesAccess, DomainError } from '@octavo/domain';
import fc from 'fast-check';
import type { Converter, ConvertOptions } from '../converter.js';

/** What a conversion wrote. */
export async function convertedBytes(
  converter: Converter,
  book: Uint8Array,
  options?: ConvertOptions,
): Promise<Buffer> {
  const out = new Collector();
  await converter.convert(bytesAccess(book), out, options);
  return out.bytes();
}

/** Keeps what is written, and how much was ever waiting. */
class Collector extends Writable {
  mostWaiting = 0;
  private readonly chunks: Uint8Array[] = [];

  constructor(private readonly delay?: () => Promise<void>) {
    super({ highWaterMark: 1024 });
  }

  override _write(chunk: Uint8Array, _encoding: string, done: (error?: Error) => void): void {
    this.mostWaiting = Math.max(this.mostWaiting, this.writableLength);
    this.chunks.push(chunk);
    if (this.delay) void this.delay().then(() => done());
    else done();
  }

  bytes(): Buffer {
    return Buffer.concat(this.chunks);
  }
}

type Outcome = 'converted' | DomainError;

/**
 * What every converter must do. `book` makes an honest book with at least three content documents of more than 2 kB in
 * the result; `check` throws when a result is not worth keeping.
 */
export function converterContract(
  name: string,
  converter: Converter,
  book: () => Uint8Array,
  check: (result: Uint8Array) => Promise<unknown>,
): void {
  const source = book();

  /** A converter gives a result or a problem of the table; anything else is a bug. */
  async function outcome(bytes: Uint8Array): Promise<Outcome> {
    try {
      await convertedBytes(converter, bytes);
      return 'converted';
    } catch (error) {
      if (error instanceof DomainError) return error;
      throw error;
    }
  }

  describe(`the ${name} converter, as every converter,`, () => {
    it('gives equal bytes for equal input, and leaves that as it was', async () => {
      const before = Uint8Array.from(source);
      expect(await convertedBytes(converter, source)).toEqual(await convertedBytes(converter, source));
      expect(Buffer.compare(source, before)).toBe(0);
    });

    it('gives a book that opens', async () => {
      await check(await convertedBytes(converter, source));
    });

    it('leaves its own result as it is, or refuses it', async () => {
      const once = await convertedBytes(converter, source);
      if ((await outcome(once)) === 'converted') expect(await convertedBytes(converter, once)).toEqual(once);
    });

    it('tells how far it is, one document after another', async () => {
      const told: [number, number][] = [];
      await convertedBytes(converter, source, { progress: (done, total) => told.push([done, total]) });
      const total = told.length;
      expect(total).toBeGreaterThan(2);
      expect(told).toEqual(Array.from({ length: total }, (_, at) => [at + 1, total]));
    });

    it('ends in a problem when the book is cut off anywhere', async () => {
      for (let part = 0; part < 40; part += 1) {
        const cut = source.subarray(0, Math.floor((source.byteLength * part) / 40));
        expect(await outcome(cut)).toBeInstanceOf(DomainError);
      }
    });

    it('gives a result or a problem for damaged bytes and for garbage', async () => {
      const damage = fc.array(fc.tuple(fc.nat(source.byteLength - 1), fc.nat(255)), { minLength: 1, maxLength: 20 });
      await fc.assert(
        fc.asyncProperty(damage, async (changes) => {
          const bytes = Uint8Array.from(source);
          for (const [at, value] of changes) bytes[at] = value;
          await outcome(bytes);
        }),
      );
      await fc.assert(
        fc.asyncProperty(fc.uint8Array({ maxLength: 500 }), async (bytes) => {
          expect(await outcome(bytes)).toBeInstanceOf(DomainError);
        }),
      );
    });

    it('stops when it is told to, before and while it works', async () => {
      const reason = new Error('enough');
      await expect(convertedBytes(converter, source, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
      const controller = new AbortController();
      let documents = 0;
      const progress = () => {
        documents += 1;
        controller.abort(reason);
      };
      await expect(convertedBytes(converter, source, { signal: controller.signal, progress })).rejects.toBe(reason);
      expect(documents).toBe(1);
    });

    it('lets the failure of what it writes to through', async () => {
      const failure = new Error('disk full');
      const out = new Writable({ write: (_chunk, _encoding, done) => done(failure) });
      await expect(converter.convert(bytesAccess(source), out)).rejects.toBe(failure);
    });

    it('waits for a slow reader', async () => {
      const slow = new Collector(() => new Promise((resolve) => setImmediate(resolve)));
      await converter.convert(bytesAccess(source), slow);
      expect(slow.mostWaiting).toBeLessThan(slow.bytes().byteLength / 2);
    });
  });
}

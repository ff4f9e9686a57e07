import { Writable } from 'node:stream';
import { bytesAccess, DomainError } from '@octavo/domain';
import fc from 'fast-check';
import { agree } from '../agreement.js';
import { embedMetadata } from '../embed-metadata.js';
import type { EmbedRequest } from '../embedder.js';
import { SAID_FIELDS } from '../said.js';
import { verifyEmbedded } from '../verify-embedded.js';
import { wantedOf } from '../wanted.js';
import { embedded, filesIn, saidIn, unverified } from './embedded.js';

export interface ContractBook {
  /** What it is told as. */
  name: string;
  bytes: Uint8Array;
  /** Files that hold the metadata; all others must stay. */
  rewritten: readonly string[];
}

/** What every embedder must do with an honest book and a request whose every field its format can carry. */
export function embedderContract(format: string, book: ContractBook, request: EmbedRequest): void {
  const { name, bytes: source, rewritten } = book;

  async function outcome(bytes: Uint8Array): Promise<Uint8Array | DomainError> {
    try {
      return (await unverified(bytes, request)).bytes;
    } catch (error) {
      if (error instanceof DomainError) return error;
      throw error;
    }
  }

  describe(`writing metadata into ${format}`, () => {
    it('makes our reader tell all of it', async () => {
      const { bytes, report } = await embedded(source, request);
      const said = await saidIn(bytes, name);
      const wanted = wantedOf(request);
      expect(report.left).toEqual([]);
      expect(SAID_FIELDS.filter((field) => wanted[field] !== undefined && !agree(field, wanted, said))).toEqual([]);
      expect(report.changed.length).toBeGreaterThan(0);
    });

    it('gives equal bytes for equal input, and leaves that as it was', async () => {
      const before = Buffer.from(source);
      const { bytes } = await embedded(source, request);
      expect(bytes.equals((await embedded(source, request)).bytes)).toBe(true);
      expect(before.equals(source)).toBe(true);
    });

    it('changes nothing a second time', async () => {
      const once = await embedded(source, request);
      const twice = await embedded(once.bytes, request);
      expect(twice.bytes.equals(once.bytes)).toBe(true);
      expect(twice.report.changed).toEqual([]);
    });

    it('leaves all other files as they are, in their order', async () => {
      const [before, after] = [await filesIn(source), await filesIn((await embedded(source, request)).bytes)];
      const others = (files: [string, Buffer][]) => files.filter(([one]) => !rewritten.includes(one));
      expect(others(after)).toEqual(others(before));
      expect(others(before).length).toBeGreaterThan(1);
    });

    it('changes nothing for a request that knows nothing', async () => {
      const nothing = Object.entries(request.metadata).map(([field, value]) => {
        return [field, Array.isArray(value) ? [] : typeof value === 'string' && field === 'title' ? '' : null];
      });
      const metadata = Object.fromEntries(nothing) as EmbedRequest['metadata'];
      const { bytes, report } = await embedded(source, { format: request.format, metadata });
      expect(report).toEqual({ changed: [], left: [] });
      expect(await filesIn(bytes)).toEqual(await filesIn(source));
    });

    it('ends in a problem when the book is cut off anywhere', async () => {
      for (let part = 0; part < 40; part += 1) {
        const cut = source.subarray(0, Math.floor((source.byteLength * part) / 40));
        expect(await outcome(cut)).toBeInstanceOf(DomainError);
      }
    });

    it('gives a problem or a file that holds for damaged bytes', async () => {
      const damage = fc.array(fc.tuple(fc.nat(source.byteLength - 1), fc.nat(255)), { minLength: 1, maxLength: 20 });
      await fc.assert(
        fc.asyncProperty(damage, async (changes) => {
          const bytes = Uint8Array.from(source);
          for (const [at, value] of changes) bytes[at] = value;
          const made = await outcome(bytes);
          if (made instanceof DomainError) return;
          await expect(verifyEmbedded(bytesAccess(bytes), bytesAccess(made), request)).resolves.toBeUndefined();
        }),
        { numRuns: 60 },
      );
    });

    it('ends in a problem for garbage', async () => {
      await fc.assert(
        fc.asyncProperty(fc.uint8Array({ maxLength: 500 }), async (bytes) => {
          expect(await outcome(bytes)).toBeInstanceOf(DomainError);
        }),
      );
    });

    it('stops when it is told to, and does not leave what it writes to open', async () => {
      const reason = new Error('enough');
      const signal = AbortSignal.abort(reason);
      const out = new Writable({ write: (_chunk, _encoding, done) => done() });
      await expect(embedMetadata(bytesAccess(source), request, out, signal)).rejects.toBe(reason);
      expect(out.destroyed).toBe(true);
      const controller = new AbortController();
      let writes = 0;
      const stopping = new Writable({
        write: (_chunk, _encoding, done) => {
          writes += 1;
          controller.abort(reason);
          done();
        },
      });
      await expect(embedMetadata(bytesAccess(source), request, stopping, controller.signal)).rejects.toBe(reason);
      expect([writes, stopping.destroyed]).toEqual([1, true]);
    });

    it('lets the failure of what it writes to through', async () => {
      const failure = new Error('disk full');
      const out = new Writable({ write: (_chunk, _encoding, done) => done(failure) });
      await expect(embedMetadata(bytesAccess(source), request, out)).rejects.toBe(failure);
    });
  });
}

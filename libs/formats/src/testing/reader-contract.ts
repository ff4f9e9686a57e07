import { bytesAccess, DomainError, type BookDraft } from '@octavo/domain';
import fc from 'fast-check';
import type { FormatReader } from '../format-reader.js';
import { readers } from '../readers.js';
import { HEAD_BYTES } from '../sniff.js';
import { countedAccess } from './counted-access.js';

export interface BuiltFile {
  bytes: Uint8Array;
  /** As it would be on disk. */
  name: string;
}

/** What a format cannot but differ in. */
export interface ReaderTraits {
  /** How many ranges reading title and cover may take; each is a request where the file is remote. Default 8. */
  maxReads?: number;
  /** How many damaged files are tried, where each takes long. Default 300. */
  damaged?: number;
}

/** A reader gives a draft or a problem of the table; anything else is a bug. */
type Outcome = BookDraft | DomainError;

function expectDraftOrProblem(outcome: Outcome): void {
  if (!(outcome instanceof DomainError)) expect(Array.isArray(outcome.warnings)).toBe(true);
}

/** What every reader must do, whatever the format. `build` makes a whole, honest file of it with a title and a cover. */
export function readerContract(
  name: string,
  reader: FormatReader,
  build: () => BuiltFile,
  traits: ReaderTraits = {},
): void {
  const file = build();
  const head = file.bytes.subarray(0, HEAD_BYTES);

  async function outcome(bytes: Uint8Array): Promise<Outcome> {
    try {
      return await reader.read(bytesAccess(bytes), file.name);
    } catch (error) {
      if (error instanceof DomainError) return error;
      throw error;
    }
  }

  describe(`the ${name} reader, as every reader,`, () => {
    it('recognises its own files, and no other reader does', () => {
      expect(readers.filter((one) => one.recognises(head, file.name))).toEqual([reader]);
    });

    const others: [what: string, start: string][] = [
      ['a PDF', '%PDF-1.7\n'],
      ['a page', '<!DOCTYPE html><html></html>'],
      ['a picture', '\xff\xd8\xff\xe0'],
      ['a RAR archive', 'Rar!\x1a\x07\x00'],
    ];
    const own = Buffer.from(head.subarray(0, 4)).toString('latin1');
    it.each(others.filter(([, start]) => !start.startsWith(own)))(
      'does not take %s for its own, whatever its name',
      (_, start) => {
        expect(reader.recognises(Buffer.from(start, 'latin1'), file.name)).toBe(false);
      },
    );

    it('does not take a text for its own', () => {
      expect(reader.recognises(Buffer.from('It was a dark and stormy night'), 'story.txt')).toBe(false);
    });

    it('reads title and cover of an honest file without a warning', async () => {
      const draft = await reader.read(bytesAccess(file.bytes), file.name);
      expect(draft.title).toBeTruthy();
      expect(draft.cover?.bytes.byteLength).toBeGreaterThan(0);
      expect(draft.warnings).toEqual([]);
    });

    it('reads the same from the same bytes, and leaves them as they were', async () => {
      const before = Uint8Array.from(file.bytes);
      expect(await outcome(file.bytes)).toEqual(await outcome(file.bytes));
      expect(Buffer.compare(file.bytes, before)).toBe(0);
    });

    it('asks for few ranges, all of them inside the file', async () => {
      const source = countedAccess(file.bytes);
      await reader.read(source, file.name);
      expect(source.reads.length).toBeLessThanOrEqual(traits.maxReads ?? 8);
      for (const { offset, length } of source.reads) expect(offset + length).toBeLessThanOrEqual(file.bytes.byteLength);
    });

    it('finds no book in nothing, in zeros and in noise', async () => {
      expect(await outcome(new Uint8Array())).toMatchObject({ code: 'file.empty' });
      expect(await outcome(new Uint8Array(200_000))).toMatchObject({ code: 'file.unreadable' });
      await fc.assert(
        fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 2000 }), async (bytes) => {
          expect(await outcome(bytes)).toBeInstanceOf(DomainError);
        }),
      );
    });

    it('ends in a draft or a problem wherever the file is cut off', async () => {
      await fc.assert(
        fc.asyncProperty(fc.nat(file.bytes.byteLength - 1), async (length) => {
          expectDraftOrProblem(await outcome(file.bytes.subarray(0, length)));
        }),
        { numRuns: Math.min(100, traits.damaged ?? 100) },
      );
    });

    it('ends in a draft or a problem whichever bytes are changed or blanked', async () => {
      const change = fc.record({
        at: fc.nat(file.bytes.byteLength - 1),
        length: fc.integer({ min: 1, max: 40 }),
        value: fc.nat(255),
      });
      await fc.assert(
        fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
          const bytes = Uint8Array.from(file.bytes);
          for (const { at, length, value } of changes) bytes.fill(value, at, at + length);
          expectDraftOrProblem(await outcome(bytes));
        }),
        { numRuns: traits.damaged ?? 300 },
      );
    });

    it('lets a failure of the source through', async () => {
      const source = { size: 1000, read: () => Promise.reject(new DomainError('file.vanished')) };
      await expect(reader.read(source, file.name)).rejects.toMatchObject({ code: 'file.vanished' });
    });
  });
}

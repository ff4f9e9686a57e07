import { DomainError } from '@octavo/domain';
import { CHUNK, type BoundedSource } from './bounded-source.js';

/** Some bytes may stand before the header (ISO 32000-1 Annex H, note 13). */
const HEADER_WITHIN = 1024;
/** A table of objects, or a stream that is one (ISO 32000-1 §7.5.4, §7.5.8). */
const TABLE = /^\s{0,64}(?:xref\b|\d{1,10}\s{1,8}\d{1,5}\s{1,8}obj\b)/;

/**
 * All bytes of a file whose end does not lead to its table of objects, so that it must be searched for them; those of a
 * small file as well. Undefined where it can be read by ranges: left to find that out pdf.js begins anew with every
 * range it lacks. Throws 'file.unreadable' for what is no PDF, and for a damaged one that is too large to be searched.
 */
export async function bytesToSearch(source: BoundedSource): Promise<Uint8Array | undefined> {
  if (source.tail.byteLength === source.size) return source.read(0, source.size);
  const header = latin1(source.head.subarray(0, HEADER_WITHIN)).indexOf('%PDF-');
  const table = tableOffset(source.tail);
  if (header < 0 && table === undefined)
    throw new DomainError('file.unreadable', 'The file neither begins nor ends like a PDF.');
  if (table !== undefined && (await isTable(source, table + Math.max(0, header)))) return undefined;
  if (!source.mayBeReadWhole)
    throw new DomainError('file.unreadable', 'The PDF is cut off or damaged, and too large to be searched.');
  return source.read(0, source.size);
}

/** Counted from the header (ISO 32000-1 §7.5.5). */
function tableOffset(tail: Uint8Array): number | undefined {
  const text = latin1(tail);
  const at = text.lastIndexOf('startxref');
  const digits = at < 0 ? undefined : /^startxref\s{1,8}(\d{1,15})/.exec(text.slice(at, at + 40))?.[1];
  return digits === undefined ? undefined : Number(digits);
}

async function isTable(source: BoundedSource, offset: number): Promise<boolean> {
  if (offset >= source.size) return false;
  const start = Math.floor(offset / CHUNK) * CHUNK;
  const bytes = await source.read(start, Math.min(2 * CHUNK, source.size - start));
  return TABLE.test(latin1(bytes.subarray(offset - start, offset - start + 128)));
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

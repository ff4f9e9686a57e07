import { crc32 } from 'node:zlib';
import { DomainError, type RandomAccess } from '@octavo/domain';
import type { ComicArchive } from '../comic-archive.js';
import { listRar, type RarListing } from './list-rar.js';
import type { RarEntry } from './rar-block.js';
import { unrarLast } from './unrar.js';

/** In bytes, packed and unpacked, of all that must be unpacked to reach one file of a solid archive. */
const MAX_RUN = 256 * 1024 * 1024;

/** A RAR that is read by ranges: its headers once, then each file when it is asked for. */
export class RarArchive implements ComicArchive {
  readonly entries: readonly RarEntry[];
  readonly complete: boolean;
  readonly drm?: 'password';
  readonly warnings: readonly string[];

  private constructor(
    private readonly source: RandomAccess,
    private readonly listing: RarListing,
  ) {
    this.entries = listing.entries.filter(({ name }) => name !== '');
    this.complete = !listing.volume && !listing.locked && listing.damage === undefined;
    if (listing.locked || listing.entries.some(({ encrypted }) => encrypted)) this.drm = 'password';
    this.warnings = oddities(listing);
  }

  /** Reads the headers only. Throws 'file.empty', 'file.unreadable', 'archive.bomb' or 'archive.climbs-out'. */
  static async open(source: RandomAccess): Promise<RarArchive> {
    const listing = await listRar(source);
    if (listing.refused > 0 && listing.refused === listing.entries.length) throw new DomainError('archive.climbs-out');
    return new RarArchive(source, listing);
  }

  async bytes(entry: RarEntry, maxBytes: number): Promise<Uint8Array> {
    checkReadable(entry);
    if (entry.size > maxBytes || (entry.method === 0 && entry.packedSize > maxBytes)) throw bomb(entry);
    return entry.method === 0 ? this.#stored(entry) : this.#unpacked(entry);
  }

  /** RAR comments hold greetings; no program writes metadata there. */
  comment(): Promise<string> {
    return Promise.resolve('');
  }

  async #stored(entry: RarEntry): Promise<Uint8Array> {
    const bytes = await this.#data(entry);
    if (bytes.byteLength !== entry.size) throw damaged(entry);
    if (entry.crc32 !== undefined && crc32(bytes) !== entry.crc32) throw damaged(entry);
    return bytes;
  }

  async #unpacked(entry: RarEntry): Promise<Uint8Array> {
    const run = runTo(this.listing.entries, entry);
    const bytes = await unrarLast(() => this.#repacked(run), run.length);
    if (bytes.byteLength !== entry.size) throw damaged(entry);
    return bytes;
  }

  /** An archive of these entries alone, put together in place: it may be as large as MAX_RUN. */
  async #repacked(run: readonly RarEntry[]): Promise<Uint8Array<ArrayBuffer>> {
    const { start, headers, end } = this.listing.generation.repacked(run);
    const dataLength = run.reduce((sum, { packedSize }) => sum + packedSize, 0);
    const framing = [start, ...headers, end].reduce((sum, { byteLength }) => sum + byteLength, 0);
    const archive = new Uint8Array(dataLength + framing);
    let at = 0;
    const add = (bytes: Uint8Array): void => {
      archive.set(bytes, at);
      at += bytes.byteLength;
    };
    add(start);
    for (const [index, entry] of run.entries()) {
      add(headers[index] ?? new Uint8Array());
      add(await this.#data(entry));
    }
    add(end);
    return archive;
  }

  async #data(entry: RarEntry): Promise<Uint8Array> {
    const data = await this.source.read(entry.dataAt, entry.packedSize);
    if (data.byteLength !== entry.packedSize) throw damaged(entry);
    return data;
  }
}

/** The entries that must be unpacked to unpack one: itself, and as long as these are solid those before it. */
function runTo(entries: readonly RarEntry[], entry: RarEntry): RarEntry[] {
  const last = entries.indexOf(entry);
  let first = last;
  while (first > 0 && entries[first]?.solid === true) first--;
  const run = entries.slice(first, last + 1).filter(({ directory }) => !directory);
  for (const one of run) checkReadable(one);
  const packed = run.reduce((sum, { packedSize }) => sum + packedSize, 0);
  const unpacked = run.reduce((sum, { size }) => sum + size, 0);
  if (packed > MAX_RUN || unpacked > MAX_RUN)
    throw new DomainError('archive.bomb', `"${entry.name}" is packed solid with too much that comes before it.`);
  return run;
}

function checkReadable({ name, encrypted, split, method, algorithm }: RarEntry): void {
  if (encrypted) throw new DomainError('format.encrypted', `"${name}" is locked with a password.`);
  if (split) throw new DomainError('file.unreadable', `"${name}" goes on in another volume of the archive.`);
  // Of RAR 5 there is one algorithm with number 0; number 1 came with RAR 7 for dictionaries above 4 GiB.
  if (method < 0 || method > 5 || (algorithm !== 0 && algorithm < 15))
    throw new DomainError('file.unreadable', `"${name}" is packed in a way that is not known.`);
}

function oddities(listing: RarListing): string[] {
  const warnings = listing.damage === undefined ? [] : [listing.damage];
  if (listing.volume) warnings.push('The archive is one of a set of volumes; the pages in the others are missing.');
  if (listing.refused > 0) warnings.push(`Left out ${listing.refused} files whose names lead outside the archive.`);
  return warnings;
}

function bomb(entry: RarEntry): DomainError {
  return new DomainError('archive.bomb', `"${entry.name}" unpacks to more than a comic may hold.`);
}

function damaged(entry: RarEntry): DomainError {
  return new DomainError('file.unreadable', `"${entry.name}" in the archive is damaged or cut off.`);
}

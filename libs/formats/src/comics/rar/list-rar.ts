import { DomainError, type RandomAccess } from '@octavo/domain';
import { safeEntryName } from '../../zip/entry-names.js';
import { MAX_ENTRIES } from '../comic-archive.js';
import { MAX_HEADER, type RarBlock, type RarEntry, type RarGeneration } from './rar-block.js';
import { rar4 } from './rar4.js';
import { rar5 } from './rar5.js';

/** What a RAR archive holds, from its headers alone. */
export interface RarListing {
  generation: RarGeneration;
  /** In archive order, folders and all: what is packed solid needs those before it. */
  entries: RarEntry[];
  /** The list itself is encrypted, so there is none. */
  locked: boolean;
  /** One of a set of volumes, so that there is more elsewhere. */
  volume: boolean;
  /** Why there is more than is listed: a sentence on the damage that hides it. */
  damage?: string;
  /** How many names lead outside the archive. */
  refused: number;
}

/** Files have a few blocks each: the file, its rights, its streams. */
const MAX_BLOCKS = 4 * MAX_ENTRIES;
/** In bytes; a header is rarely longer than 200. */
const WINDOW = 4096;
const ENOUGH_FOR_LENGTH = 7;

/**
 * Lists a RAR archive by hopping from header to header: a range for each file in it, few bytes each.
 * An archive that is damaged or cut off is listed as far as it goes. Throws 'file.empty', 'file.unreadable' (no RAR, or
 * damaged before its first file) and 'archive.bomb'.
 */
export async function listRar(source: RandomAccess): Promise<RarListing> {
  if (source.size === 0) throw new DomainError('file.empty');
  const header = windowed(source);
  const generation = await generationOf(header);
  const listing = { generation, entries: [], locked: false, volume: false, refused: 0 } as RarListing;
  let at = generation.signature.byteLength;
  for (let seen = 0; ; seen++) {
    if (seen > MAX_BLOCKS) throw new DomainError('archive.bomb', 'The archive has more blocks than any comic.');
    const start = await header(at, ENOUGH_FOR_LENGTH);
    if (start.byteLength < ENOUGH_FOR_LENGTH) return isWhole(listing, start) ? listing : broken(listing, CUT_OFF);
    const length = generation.headerLength(start);
    if (length !== undefined && at + length > source.size) return broken(listing, CUT_OFF);
    const block = length === undefined ? undefined : generation.block(await header(at, length));
    const isFirst = seen === 0;
    if (block === undefined || length === undefined || (isFirst && block.kind !== 'main' && block.kind !== 'locked'))
      return broken(listing, DAMAGED);
    const next = at + length + block.dataLength;
    if (next > source.size) return broken(listing, CUT_OFF);
    take(listing, block, at + length);
    if (block.kind === 'end' || block.kind === 'locked') return listing;
    at = next;
  }
}

function take(listing: RarListing, { kind, entry, volume }: RarBlock, dataAt: number): void {
  if (kind === 'locked') listing.locked = true;
  if (volume === true) listing.volume = true;
  if (entry === undefined) return;
  const name = safeEntryName(entry.name);
  if (name === undefined) listing.refused++;
  listing.entries.push({ ...entry, name: name ?? '', dataAt });
  if (listing.entries.length > MAX_ENTRIES)
    throw new DomainError('archive.bomb', `The archive lists over ${MAX_ENTRIES} files.`);
}

/** Nothing is left, and none of the files is of a packer that would have written an end. */
function isWhole({ entries, generation }: RarListing, rest: Uint8Array): boolean {
  return rest.byteLength === 0 && entries.length > 0 && !entries.some((entry) => generation.hasEnd(entry));
}

const CUT_OFF = 'The archive is cut off, and the files at its end are lost.';
const DAMAGED = 'The archive is damaged, and what follows the damage cannot be found.';

function broken(listing: RarListing, damage: string): RarListing {
  if (listing.entries.length === 0) throw new DomainError('file.unreadable', damage);
  return { ...listing, damage };
}

async function generationOf(header: HeaderBytes): Promise<RarGeneration> {
  const start = await header(0, 8);
  const found = [rar5, rar4].find(
    ({ signature }) => Buffer.compare(start.subarray(0, signature.byteLength), signature) === 0,
  );
  if (found === undefined) throw new DomainError('file.unreadable', 'The file does not begin as a RAR archive does.');
  return found;
}

type HeaderBytes = (at: number, length: number) => Promise<Uint8Array>;

/** Small blocks stand close together, so one range mostly serves several. */
function windowed(source: RandomAccess): HeaderBytes {
  let start = 0;
  let window: Uint8Array = new Uint8Array();
  return async (at, wanted) => {
    const length = Math.max(0, Math.min(wanted, source.size - at, MAX_HEADER + ENOUGH_FOR_LENGTH));
    if (at < start || at + length > start + window.byteLength) {
      start = at;
      window = await source.read(at, Math.min(Math.max(length, WINDOW), source.size - at));
    }
    return window.subarray(at - start, at - start + length);
  };
}

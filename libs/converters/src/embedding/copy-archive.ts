import { DomainError } from '@octavo/domain';
import type { ArchiveEntry, ZipArchive } from '@octavo/formats';
import type { PackedFile } from '../archive/archive-writer.js';
import type { FreshFile } from '../archive/pack-ahead.js';
import type { EmbedPlan } from './embedder.js';

const METHODS: ReadonlySet<number> = new Set([0, 8]);

/**
 * Throws for an archive that cannot be copied entry by entry without losing something: 'archive.climbs-out' for names
 * that lead outside it, 'format.encrypted' for a zip password, 'file.unreadable' for control characters in names, which
 * programs read in different ways, for folders that are not called so, and for other methods than "stored" and deflate,
 * some of which say in flags of the source's headers how they are read.
 */
export function refuseUncopyable({ entries, refused }: ZipArchive): void {
  if (refused.length > 0) throw new DomainError('archive.climbs-out', 'The archive names files outside itself.');
  for (const { name, encrypted, method, directory } of entries) {
    if (encrypted) throw new DomainError('format.encrypted', `"${name}" is locked with a zip password.`);
    if (/\p{Cc}/u.test(name))
      throw new DomainError('file.unreadable', 'The archive names a file by control characters.');
    if (directory && !name.endsWith('/')) {
      throw new DomainError('file.unreadable', `"${name}" is a file by its name and a folder by its attributes.`);
    }
    if (!METHODS.has(method)) {
      throw new DomainError('file.unreadable', `"${name}" is packed in a way books are not (method ${method}).`);
    }
  }
}

/** What goes into the result, in order. */
export async function* filesOf(plan: EmbedPlan): AsyncGenerator<FreshFile | PackedFile> {
  const { archive, first, rewritten, added } = plan;
  if (first) yield first;
  for (const entry of copiedEntries(plan)) {
    yield rewritten.get(entry) ?? { ...claimsOf(entry), data: await archive.compressed(entry) };
  }
  yield* added;
}

/** The entries of the source that have one in the result, in order. */
export function copiedEntries({ archive, first }: Pick<EmbedPlan, 'archive' | 'first'>): ArchiveEntry[] {
  return archive.entries.filter(({ name }) => name !== first?.name);
}

/** What a header says of an entry. */
export function claimsOf({ name, method, crc32, size }: ArchiveEntry): Omit<PackedFile, 'data'> {
  return { name, method, crc32, size };
}

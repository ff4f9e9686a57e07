import type { Format } from '@octavo/domain';
import type { Client } from '../client.js';
import type { File as WholeFile } from '../generated/client.js';
import { newId } from '../ids.js';
import { type Content, fileColumns, type FileFindings, type FileSays } from './kept.js';
import { ownWord } from './own-word.js';

const NOBODY = '00000000-0000-0000-0000-000000000000';

/** A file, without what it says of its book. */
export type File = Omit<WholeFile, 'says'>;

/** A file, with what it said of its book when it was last read; null: nobody has read it since that is remembered. */
export type TellingFile = File & { says: FileSays | null };

const omit = { says: true } as const;

/** Files: bytes that belong to books. */
export class FilesRepository {
  constructor(private readonly client: Client) {}

  find(id: string): Promise<File | null> {
    return this.client.file.findUnique({ where: { id }, omit });
  }

  /** A file of a book the user may see. */
  findVisible(id: string, userId: string) {
    return this.client.file.findFirst({
      where: { id, book: { removedAt: null, OR: [{ ownerId: null }, { ownerId: userId }] } },
      include: { book: true },
      omit,
    });
  }

  ofBook(bookId: string): Promise<File[]> {
    return this.client.file.findMany({ where: { bookId }, orderBy: { addedAt: 'asc' }, omit });
  }

  /** The files of a book with what each says of it, the oldest first. */
  async telling(bookId: string): Promise<TellingFile[]> {
    const files = await this.client.file.findMany({ where: { bookId }, orderBy: { addedAt: 'asc' } });
    return files.map(({ says, ...file }) => ({ ...file, says: says as FileSays | null }));
  }

  /** Keeps imports that name the same things (contents, groups) apart until the transaction ends. */
  async lock(names: string[]): Promise<void> {
    // One after the other in the order of their numbers, so that no two transactions wait crosswise.
    await this.client.$queryRaw`
      select count(pg_advisory_xact_lock(key)) from (
        select distinct hashtextextended(name, 0) as key from unnest(${names}::text[]) name order by key) k`;
  }

  async byContent(content: Content): Promise<File | undefined> {
    const [same] = await this.byContents(content.ownerId, [content]);
    return same;
  }

  /** The files one owner has of these contents. */
  async byContents(ownerId: string | null, contents: Content[]): Promise<File[]> {
    const rows = await this.client.$queryRaw<{ id: string }[]>`
      select f.id::text from file f
      join unnest(${contents.map(({ fingerprint }) => fingerprint)}::text[],
        ${contents.map(({ size }) => String(size))}::bigint[]) as c(fingerprint, size)
        on f.fingerprint = c.fingerprint and f.size = c.size
      where coalesce(f.owner_id, ${NOBODY}::uuid) = coalesce(${ownerId}::uuid, ${NOBODY}::uuid)`;
    return rows.length === 0
      ? []
      : this.client.file.findMany({ where: { id: { in: rows.map(({ id }) => id) } }, omit });
  }

  /** A file that turned out to be another one's bytes. */
  async discard(id: string): Promise<void> {
    await this.client.file.deleteMany({ where: { id, places: { none: {} } } });
  }

  add(bookId: string, content: Content, findings: FileFindings): Promise<File> {
    return this.client.file.create({ data: { id: newId(), bookId, ...content, ...fileColumns(findings) }, omit });
  }

  /** The same file in another format: what was made of it took its place. */
  async becomes(id: string, content: Content, format: Format): Promise<void> {
    const { fingerprint, size } = content;
    await this.client.file.update({ where: { id }, data: { fingerprint, size, format } });
  }

  /**
   * A file was read: what was made of other bytes than these is stale from now on. While the bytes are those we wrote, it
   * goes on saying of its book what it said by itself.
   */
  async revise(id: string, { fingerprint, size }: Content, findings: FileFindings): Promise<void> {
    const known = await this.client.file.findUniqueOrThrow({
      where: { id },
      select: { isWritten: true, fingerprint: true, size: true, says: true },
    });
    const isOurs = known.isWritten && known.fingerprint === fingerprint && known.size === size;
    const before = known.says as FileSays | null;
    const says = isOurs && before && findings.says ? ownWord(before, findings.says) : findings.says;
    const data = { fingerprint, size, ...fileColumns({ ...findings, ...(says && { says }) }) };
    const unwritten = { isWritten: false, writtenFor: null, writeProblem: null };
    await this.client.file.update({ where: { id }, data: isOurs ? data : { ...data, ...unwritten } });
  }
}

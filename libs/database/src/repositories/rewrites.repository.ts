import type { Format } from '@octavo/domain';
import { type Client, Prisma } from '../client.js';
import type { File } from './files.repository.js';
import type { Content } from './kept.js';
import { isFolder } from './libraries.repository.js';

/** A file of a user's into which metadata is being written. Paths lie below the library's folder. */
export interface NewRewrite {
  libraryId: string;
  path: string;
  fileId: string;
  /** Where the original is until the database knows of the new content. */
  keptPath: string;
  /** Of the new content. */
  checksum: string;
  size: bigint;
}

/** What a file is known to say of its book. */
export interface Written {
  /** The state of the book that was written, as its `updatedAt`. */
  for: Date;
  /** Why it could not be, or not all of it. */
  problem: string | null;
}

/** Metadata that is written into users' files. */
export class RewritesRepository {
  constructor(private readonly client: Client) {}

  /**
   * Files that do not say what their books are now, in libraries where that is wished, the books that changed first being
   * first. Without books that changed a moment ago, of which more may come, and without files that were asked for a
   * while ago: what failed then fails now.
   */
  async due(formats: readonly Format[], limit: number, quietSec: number): Promise<string[]> {
    const rows = await this.client.$queryRaw<{ id: string }[]>`
      select f.id::text from file f join book b on b.id = f.book_id
      where exists (select from library where write_metadata) -- asked for every few seconds; mostly nobody wishes it
        and f.format in (${Prisma.join([...formats])}) and f.problem_code is null and f.drm is null
        and b.removed_at is null and f.written_for is distinct from b.updated_at
        and b.updated_at < now() - make_interval(secs => ${quietSec})
        and exists (select from place p join library l on l.id = p.library_id
          where p.file_id = f.id and p.missing_since is null and l.write_metadata and not l.paused)
        and not exists (select from job_run r where r.queue = 'conversion' and r.name = 'writeMetadata'
          and r.key = f.id::text and r.state <> 'completed' and r.created_at > now() - interval '50 minutes')
      order by b.updated_at limit ${limit}`;
    return rows.map(({ id }) => id);
  }

  /** A file says what it should, or cannot, without any change to it. */
  async note(fileId: string, { for: writtenFor, problem }: Written): Promise<void> {
    await this.client.file.updateMany({ where: { id: fileId }, data: { writtenFor, writeProblem: problem } });
  }

  /** A file has the bytes that were written. What was converted from the old ones stands for these as well. */
  async done(was: Pick<File, 'id' | 'fingerprint'>, { fingerprint, size }: Content, written: Written): Promise<void> {
    const { for: writtenFor, problem: writeProblem } = written;
    const data = { fingerprint, size, isWritten: true, writtenFor, writeProblem };
    await this.client.file.update({ where: { id: was.id }, data });
    const where = { fileId: was.id, fingerprint: was.fingerprint };
    await this.client.convertedFile.updateMany({ where, data: { fingerprint } });
  }

  /** Before anything in the folder changes. */
  async begin(rewrites: readonly NewRewrite[]): Promise<void> {
    await this.client.rewrite.createMany({ data: [...rewrites] });
  }

  /** With the libraries they lie in, and the files as they are known. */
  async ofFile(fileId: string) {
    const rows = await this.client.rewrite.findMany({
      where: { fileId },
      include: { library: true, file: { select: { fingerprint: true, size: true } } },
    });
    return rows.flatMap((row) => (isFolder(row.library) ? [{ ...row, library: row.library }] : []));
  }

  /** Files of which something was begun and not ended. */
  async unfinished(): Promise<string[]> {
    const rows = await this.client.rewrite.findMany({ select: { fileId: true }, distinct: ['fileId'] });
    return rows.map(({ fileId }) => fileId);
  }

  async end({ libraryId, path }: Pick<NewRewrite, 'libraryId' | 'path'>): Promise<void> {
    await this.client.rewrite.deleteMany({ where: { libraryId, path } });
  }

  /** What could not be written in a library may be possible now. */
  async forgetProblems(libraryId: string): Promise<void> {
    await this.client.file.updateMany({
      where: { writeProblem: { not: null }, places: { some: { libraryId } } },
      data: { writtenFor: null, writeProblem: null },
    });
  }
}

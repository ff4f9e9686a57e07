import { Injectable } from '@nestjs/common';
import { conversion } from '@octavo/contracts';
import { Announcements, type File, type User } from '@octavo/database';
import { Resync, type Resynced } from '@octavo/intake';
import { Jobs } from '@octavo/queue';

/** Reads files anew while somebody waits, and asks for what follows. */
@Injectable()
export class ResyncFiles {
  constructor(
    private readonly resync: Resync,
    private readonly announcements: Announcements,
    private readonly jobs: Jobs,
  ) {}

  /** Files of one book, in one transaction. Throws what `Resync.read` throws. */
  async read(user: User, { bookId, files }: { bookId: string; files: File[] }, refresh: boolean): Promise<Resynced> {
    const cause = { kind: 'RESYNC', userId: user.id } as const;
    const result = await this.resync.read(bookId, files, { mode: refresh ? 'refresh' : 'normal', cause });
    const changed = new Set(result.kept.map((kept) => kept.bookId));
    if (changed.size > 0 || result.gone.length > 0) this.announcements.announce('book', bookId);
    const covers = [...new Set(result.coverIds)].map((coverId) => ({ coverId }));
    if (covers.length > 0) await this.jobs.addMany(conversion.jobs.renderCover, covers);
    const books = [...changed].map((id) => ({ bookId: id }));
    if (books.length > 0) await this.jobs.addMany(conversion.jobs.prepareBook, books);
    return result;
  }
}

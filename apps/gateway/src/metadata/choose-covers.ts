import { Injectable } from '@nestjs/common';
import { conversion } from '@octavo/contracts';
import { renderCover } from '@octavo/converters';
import { Announcements, type CoverRow, Database, saveBook, tellDevices, type User } from '@octavo/database';
import { DomainError } from '@octavo/domain';
import { coverImage } from '@octavo/formats';
import { coverChange, KeepCovers } from '@octavo/intake';
import { Jobs } from '@octavo/queue';

/** To have seen every pixel decoded is enough. */
const PROOF = { width: 64, height: 64 };

/** Covers that people choose, or take away. */
@Injectable()
export class ChooseCovers {
  constructor(
    private readonly database: Database,
    private readonly covers: KeepCovers,
    private readonly announcements: Announcements,
    private readonly jobs: Jobs,
  ) {}

  /** Throws 'book.not-found', and 'file.unreadable' for what is no picture of a fitting size. */
  async put(user: User, bookId: string, { name, bytes }: { name: string; bytes: Uint8Array }): Promise<void> {
    await this.assertVisible(user, bookId);
    const image = await coverImage(name, bytes);
    if (typeof image === 'string') throw new DomainError('file.unreadable', image);
    await renderCover(bytes, PROOF);
    const row = await this.covers.keep(image);
    await this.set(user, bookId, row);
    await this.jobs.add(conversion.jobs.renderCover, { coverId: row.id });
  }

  /** It stays away until the book is refreshed or somebody chooses another. Throws 'book.not-found'. */
  async takeAway(user: User, bookId: string): Promise<void> {
    await this.assertVisible(user, bookId);
    await this.set(user, bookId, undefined);
  }

  private async set(user: User, bookId: string, row: CoverRow | undefined): Promise<void> {
    await this.database.transaction(async (repositories) => {
      const before = await repositories.bookMetadata.locked(bookId);
      if (!before) throw new DomainError('book.not-found');
      if (row) await repositories.covers.putAll([row]);
      const { width, height } = row ?? { width: 0, height: 0 };
      const locked = before.cover.origin?.locked ? { locked: true } : {};
      const cover = { id: row?.id ?? null, width, height, origin: { source: 'manual' as const, ...locked } };
      const changes = coverChange(before, cover);
      const cause = { kind: 'EDIT', userId: user.id } as const;
      await saveBook(repositories, { bookId, before, after: { ...before, cover }, changes, cause });
      await tellDevices(repositories, changes.length > 0 ? [bookId] : []);
    });
    this.announcements.announce('book', bookId);
  }

  private async assertVisible(user: User, bookId: string): Promise<void> {
    if (!(await this.database.books.findVisible(bookId, user.id))) throw new DomainError('book.not-found');
  }
}

import { Injectable } from '@nestjs/common';
import { conversion } from '@octavo/contracts';
import { Announcements, Database, saveBook, tellDevices } from '@octavo/database';
import { chooseCover, type CoverImage } from '@octavo/domain';
import { coverChange, KeepCovers, keptCoverOf, speakingFormat } from '@octavo/intake';
import { Jobs } from '@octavo/queue';

/** Gives books the covers Audible has of them, unless they have better ones. */
@Injectable()
export class TakeCover {
  constructor(
    private readonly database: Database,
    private readonly covers: KeepCovers,
    private readonly announcements: Announcements,
    private readonly jobs: Jobs,
  ) {}

  async into(bookId: string, image: CoverImage): Promise<void> {
    const row = await this.covers.keep(image);
    const coverId = await this.database.transaction(async (repositories) => {
      const before = await repositories.bookMetadata.locked(bookId);
      if (!before) return undefined;
      const format = await speakingFormat(repositories, bookId);
      const kept = keptCoverOf(before, format);
      const { take } = chooseCover(kept, [{ ...row, source: 'audible' }], { mode: 'normal', overrides: false });
      await repositories.covers.putAll([row]);
      if (!take) return undefined;
      const cover = { ...take, origin: { source: 'audible' as const } };
      const changes = coverChange(before, cover);
      const cause = { kind: 'AUDIBLE', userId: null } as const;
      await saveBook(repositories, { bookId, before, after: { ...before, cover }, changes, cause });
      await tellDevices(repositories, changes.length > 0 ? [bookId] : []);
      return changes.length > 0 ? row.id : undefined;
    });
    if (coverId === undefined) return;
    this.announcements.announce('book', bookId);
    await this.jobs.add(conversion.jobs.renderCover, { coverId });
  }
}

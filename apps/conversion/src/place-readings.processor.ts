import { Injectable } from '@nestjs/common';
import { type conversion, type JobContext, type PayloadOf, type Processor, type ResultOf } from '@octavo/contracts';
import type { KepubText, MeasuredPlace } from '@octavo/converters';
import { Database } from '@octavo/database';
import { type Bookmark, DomainError } from '@octavo/domain';
import { findPlace } from './find-place.js';
import { KepubFiles } from './kepub-files.js';
import { deliveredKepub } from './kepubs-of-book.js';
import { OpenKepubs } from './open-kepubs.js';

type Job = typeof conversion.jobs.placeReadings;

/** One user's bookmark, and the checksum of the file it is to be placed in. */
interface Unplaced {
  bookId: string;
  userId: string;
  bookmark: Bookmark;
  content: string;
}

/**
 * Turns bookmarks that only say how far, or say where in another file, into places in the KEPUB that devices get now,
 * and tells the devices of their users: a percentage alone does not move a Kobo.
 */
@Injectable()
export class PlaceReadings implements Processor<Job> {
  constructor(
    private readonly database: Database,
    private readonly kepubs: KepubFiles,
  ) {}

  async process({ bookId }: PayloadOf<Job>, { signal }: JobContext): Promise<ResultOf<Job>> {
    const book = await this.database.books.find(bookId);
    if (!book) throw new DomainError('book.not-found');
    const content = deliveredKepub(book)?.content;
    const bookmarks = content === undefined ? [] : await this.database.readingStates.unplaced(bookId, content);
    if (content === undefined || bookmarks.length === 0) return { placed: 0 };
    const open = new OpenKepubs((checksum) => this.kepubs.withContent(book, checksum));
    try {
      const wanted = await open.text(content);
      let placed = 0;
      for (const { userId, bookmark } of wanted ? bookmarks : []) {
        signal.throwIfAborted();
        if (await this.place({ bookId, userId, bookmark, content }, wanted!, open)) placed += 1;
      }
      return { placed };
    } finally {
      await open.close();
    }
  }

  private async place(unplaced: Unplaced, wanted: KepubText, open: OpenKepubs): Promise<boolean> {
    const kept = await this.database.readingPlaces.of(unplaced.userId, unplaced.bookId);
    const other = (content: string) => open.textIfReadable(content);
    const place = await findPlace(unplaced.bookmark, kept, { wanted, other });
    return place !== undefined && this.keep(unplaced, place);
  }

  /** Gives false where the user has read on meanwhile, or the place is known by now: nobody is told twice. */
  private keep({ bookId, userId, bookmark, content }: Unplaced, place: MeasuredPlace): Promise<boolean> {
    return this.database.transaction(async ({ readingStates, readingPlaces, entitlements }) => {
      await readingStates.lock(userId, bookId);
      const waiting = await readingStates.unplaced(bookId, content);
      const mine = waiting.find((one) => one.userId === userId);
      if (mine?.bookmark.modifiedAt.getTime() !== bookmark.modifiedAt.getTime()) return false;
      const { source, value, contentPercent } = place;
      const found = { content, bookmarkAt: bookmark.modifiedAt, source, type: 'KoboSpan', value, contentPercent };
      await readingPlaces.put(userId, bookId, found);
      // The device that told of the bookmark knows where its reader is.
      await entitlements.touchState(bookId, userId, mine.bookmarkBy);
      return true;
    });
  }
}

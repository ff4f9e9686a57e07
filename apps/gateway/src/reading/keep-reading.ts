import { Injectable } from '@nestjs/common';
import { conversion } from '@octavo/contracts';
import { Announcements, Database, type KeptPlace, type Repositories } from '@octavo/database';
import { type Bookmark, mergeReading, type ReadingMerge, type ReadingParts } from '@octavo/domain';
import { Jobs } from '@octavo/queue';
import { isDeepStrictEqual } from 'node:util';
import { deliveredContent } from '../books/delivered-file.js';

/** What somebody says of a user's reading of a book. */
export interface ReadingNews {
  userId: string;
  bookId: string;
  update: ReadingParts;
  /** The device that says it; null: the user, in a browser. */
  device: { id: string; name: string } | null;
}

/** Takes in where a reader is, keeps what was before, and lets the user's other devices know. */
@Injectable()
export class KeepReading {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly announcements: Announcements,
  ) {}

  async keep(news: ReadingNews): Promise<ReadingMerge> {
    const merge = await this.database.transaction((repositories) => keepIn(repositories, news));
    if (!Object.values(merge.taken).some(Boolean)) return merge;
    this.announcements.announce('book', news.bookId);
    if (merge.taken.bookmark) await this.place(news, merge.merged.bookmark!);
    return merge;
  }

  /** A bookmark that is no place in the file devices get now is made one, so that they can be moved there. */
  private async place({ userId, bookId }: ReadingNews, bookmark: Bookmark): Promise<void> {
    const book = await this.database.books.find(bookId);
    const content = book && deliveredContent(book);
    if (!content || bookmark.progressPercent === undefined) return;
    const places = await this.database.readingPlaces.of(userId, bookId);
    const placed = places.some(
      (place) => place.content === content && place.bookmarkAt.getTime() === bookmark.modifiedAt.getTime(),
    );
    if (!placed) await this.jobs.add(conversion.jobs.placeReadings, { bookId }, { urgent: true });
  }
}

async function keepIn(
  { readingStates, readingPlaces, readingChanges, entitlements }: Repositories,
  { userId, bookId, update, device }: ReadingNews,
): Promise<ReadingMerge> {
  await readingStates.lock(userId, bookId);
  const kept: ReadingParts = (await readingStates.find(userId, bookId)) ?? {};
  const merge = mergeReading(kept, device ? update : afterAll(kept, update));
  const { merged } = merge;
  const changed = changedParts(kept, merged);
  if (Object.keys(changed).length === 0) return merge;
  const { bookmark, statistics, status } = merged;
  await readingStates.put(userId, bookId, { bookmark, statistics, status });
  if (changed.bookmark) await readingStates.bookmarkedBy(userId, bookId, device?.id ?? null);
  const place = changed.bookmark && update.bookmark?.location && placeOf(changed.bookmark);
  if (place) await readingPlaces.put(userId, bookId, place);
  const stayed = changed.bookmark && !place && stayedWhere(kept.bookmark, bookmark!);
  if (stayed) await readingPlaces.stayed(userId, bookId, stayed);
  await readingChanges.add(userId, bookId, { device, ...changed });
  await entitlements.touchState(bookId, userId, device?.id ?? null);
  return merge;
}

/** What is not as it was: a device that did not hear our answer tells the same again, which is no news to anybody. */
function changedParts(kept: ReadingParts, { bookmark, statistics, status }: ReadingParts): ReadingParts {
  return {
    ...(bookmark && !isDeepStrictEqual(bookmark, kept.bookmark) && { bookmark }),
    ...(statistics && !isDeepStrictEqual(statistics, kept.statistics) && { statistics }),
    ...(status && !isDeepStrictEqual(status, kept.status) && { status }),
  };
}

/** A bookmark as a place in the file it was made in; undefined where that file is not known. */
function placeOf({ modifiedAt, location, contentSourceProgressPercent }: Bookmark): KeptPlace | undefined {
  if (!location?.content) return undefined;
  const { content, source, type, value } = location;
  return { content, source, type, value, bookmarkAt: modifiedAt, contentPercent: contentSourceProgressPercent ?? null };
}

/** Told again without a place and with no other percentage, a bookmark is where it was. */
function stayedWhere(before: Bookmark | undefined, after: Bookmark): { from: Date; to: Date } | undefined {
  const same = before?.progressPercent === after.progressPercent || after.progressPercent === undefined;
  return before && same ? { from: before.modifiedAt, to: after.modifiedAt } : undefined;
}

/** What a user says here and now is the latest word, though a device's clock may be a little ahead of ours. */
function afterAll(kept: ReadingParts, update: ReadingParts): ReadingParts {
  const later = <Part extends { modifiedAt: Date }>(before: { modifiedAt: Date } | undefined, part: Part): Part =>
    before && before.modifiedAt >= part.modifiedAt
      ? { ...part, modifiedAt: new Date(before.modifiedAt.getTime() + 1) }
      : part;
  return {
    ...update,
    ...(update.bookmark && { bookmark: later(kept.bookmark, update.bookmark) }),
    ...(update.status && { status: later(kept.status, update.status) }),
  };
}

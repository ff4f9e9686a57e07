import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { type Reading, ReadingRestore, ReadingUpdate } from '@octavo/contracts';
import { Database, type User, type WholeBook } from '@octavo/database';
import { DomainError, type ReadingParts } from '@octavo/domain';
import { CurrentUser } from '../auth/session.guard.js';
import { anId, fits } from '../http/zod.pipe.js';
import { deliveredContent } from '../books/delivered-file.js';
import { KeepReading } from './keep-reading.js';
import { presentReading } from './present-reading.js';

const SHOWN = 50;

/** Where a user is in a book, as a browser sees and changes it. */
@Controller('api/books/:id/reading')
export class ReadingController {
  constructor(
    private readonly database: Database,
    private readonly keepReading: KeepReading,
  ) {}

  @Get()
  async show(@CurrentUser() user: User, @Param('id', anId) id: string): Promise<Reading> {
    return this.present(user, await this.find(user, id));
  }

  @Put()
  async change(
    @CurrentUser() user: User,
    @Param('id', anId) id: string,
    @Body(fits(ReadingUpdate)) { status, percent, location }: ReadingUpdate,
  ): Promise<Reading> {
    const book = await this.find(user, id);
    const now = new Date();
    const content = deliveredContent(book);
    const bookmark = percent !== undefined || location !== undefined;
    await this.keep(user, book, {
      ...(bookmark && {
        bookmark: {
          modifiedAt: now,
          ...(percent !== undefined && { progressPercent: Math.round(percent) }),
          ...(location && content && { location: { ...location, type: 'KoboSpan', content } }),
        },
      }),
      ...(status && { status: { modifiedAt: now, status } }),
    });
    return this.present(user, book);
  }

  /** Back to where the user was before. What was since stays in the history. */
  @Post('restore')
  @HttpCode(200)
  async restore(
    @CurrentUser() user: User,
    @Param('id', anId) id: string,
    @Body(fits(ReadingRestore)) { changeId }: ReadingRestore,
  ): Promise<Reading> {
    const book = await this.find(user, id);
    const before = await this.database.readingChanges.find(user.id, id, changeId);
    if (!before) throw new DomainError('reading.not-found');
    const modifiedAt = new Date();
    const { bookmark, status } = before;
    await this.keep(user, book, {
      ...(bookmark && { bookmark: { ...bookmark, modifiedAt } }),
      ...(status && { status: { ...status, modifiedAt } }),
    });
    return this.present(user, book);
  }

  private async keep(user: User, { id }: WholeBook, update: ReadingParts): Promise<void> {
    await this.keepReading.keep({ userId: user.id, bookId: id, update, device: null });
  }

  private async find(user: User, id: string): Promise<WholeBook> {
    const book = await this.database.books.findVisible(id, user.id);
    if (!book) throw new DomainError('book.not-found');
    return book;
  }

  private async present(user: User, book: WholeBook): Promise<Reading> {
    const [reading, places, history] = await Promise.all([
      this.database.readingStates.find(user.id, book.id),
      this.database.readingPlaces.of(user.id, book.id),
      this.database.readingChanges.of(user.id, book.id, SHOWN),
    ]);
    return presentReading({ reading, places, history, content: deliveredContent(book) });
  }
}

import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { type BookResync, type FileResync, ResyncRequest } from '@octavo/contracts';
import { Database, type User } from '@octavo/database';
import { DomainError } from '@octavo/domain';
import { CurrentUser } from '../auth/session.guard.js';
import { presentBook, presentDetail } from '../books/present-book.js';
import { UnreadableFiles } from '../http/unreadable-files.js';
import { anId, fits } from '../http/zod.pipe.js';
import { ResyncFiles } from './resync-files.js';

/** Files read anew because somebody asked: the answer is what came of it. */
@Controller('api')
export class ResyncController {
  constructor(
    private readonly database: Database,
    private readonly resync: ResyncFiles,
  ) {}

  @Post('files/:id/resync')
  @HttpCode(200)
  async file(
    @CurrentUser() user: User,
    @Param('id', anId) id: string,
    @Body(fits(ResyncRequest)) { refresh }: ResyncRequest,
  ): Promise<FileResync> {
    const found = await this.database.files.findVisible(id, user.id);
    if (!found) throw new DomainError('file.not-found');
    const { book, ...file } = found;
    const { faults, gone, bookDeleted } = await this.resync.read(user, { bookId: book.id, files: [file] }, refresh);
    if (faults.length > 0) throw new UnreadableFiles(faults);
    if (gone.length > 0) return { deleted: true, bookDeleted };
    const after = await this.database.files.findVisible(id, user.id);
    const whole = after && (await this.database.books.findVisible(after.book.id, user.id));
    const shown = whole && presentBook(whole).files.find((one) => one.id === id);
    if (!shown) throw new DomainError('file.not-found');
    return { ...shown, bookId: whole.id };
  }

  @Post('books/:id/resync')
  @HttpCode(200)
  async book(
    @CurrentUser() user: User,
    @Param('id', anId) id: string,
    @Body(fits(ResyncRequest)) { refresh }: ResyncRequest,
  ): Promise<BookResync> {
    if (!(await this.database.books.findVisible(id, user.id))) throw new DomainError('book.not-found');
    const files = await this.database.files.ofBook(id);
    const { faults, bookDeleted } = await this.resync.read(user, { bookId: id, files }, refresh);
    if (files.length > 0 && faults.length === files.length) throw new UnreadableFiles(faults);
    if (bookDeleted) return { deleted: true, bookDeleted };
    const book = await this.database.books.findVisible(id, user.id);
    if (!book) return { deleted: true, bookDeleted: true };
    const provenance = await this.database.books.provenance(id);
    const shelfIds = await this.database.shelves.holding(user.id, id);
    return { ...presentDetail(book, provenance, shelfIds), errors: faults };
  }
}

import { Body, Controller, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import {
  type BookDetail,
  BookPatch,
  type BulkAnswer,
  BulkChange,
  type ChangeList,
  type SourceList,
  type UndoAnswer,
  UndoRequest,
} from '@octavo/contracts';
import { Database, type User, type WholeBook } from '@octavo/database';
import { DomainError } from '@octavo/domain';
import { CurrentUser } from '../auth/session.guard.js';
import { presentDetail } from '../books/present-book.js';
import { anId, fits } from '../http/zod.pipe.js';
import { BulkEdit } from './bulk-edit.js';
import { EditBooks } from './edit-books.js';
import { presentChange } from './present-change.js';
import { presentSources, statementsOfSources } from './sources-of-book.js';
import { UndoChanges } from './undo-changes.js';

const HISTORY = 500;

/** What people do to metadata, where it comes from, and how it got there. */
@Controller('api')
export class MetadataController {
  constructor(
    private readonly database: Database,
    private readonly editBooks: EditBooks,
    private readonly bulkEdit: BulkEdit,
    private readonly undoChanges: UndoChanges,
  ) {}

  @Patch('books/:id')
  async edit(
    @CurrentUser() user: User,
    @Param('id', anId) id: string,
    @Body(fits(BookPatch)) patch: BookPatch,
  ): Promise<BookDetail> {
    await this.editBooks.edit(user, id, patch);
    const book = await this.visible(user, id);
    const provenance = await this.database.books.provenance(id);
    return presentDetail(book, provenance, await this.database.shelves.holding(user.id, id));
  }

  @Post('books/bulk')
  @HttpCode(200)
  bulk(@CurrentUser() user: User, @Body(fits(BulkChange)) change: BulkChange): Promise<BulkAnswer> {
    return this.bulkEdit.change(user, change);
  }

  @Get('books/:id/changes')
  async history(@CurrentUser() user: User, @Param('id', anId) id: string): Promise<ChangeList> {
    await this.visible(user, id);
    const items = (await this.database.changes.ofBook(id, HISTORY)).map(presentChange);
    return { items, total: items.length, next: null };
  }

  @Get('books/:id/sources')
  async sources(@CurrentUser() user: User, @Param('id', anId) id: string): Promise<SourceList> {
    await this.visible(user, id);
    return presentSources(await statementsOfSources(this.database, id));
  }

  @Post('changes/:id/undo')
  @HttpCode(200)
  undo(
    @CurrentUser() user: User,
    @Param('id', anId) id: string,
    @Body(fits(UndoRequest)) { bookId }: UndoRequest,
  ): Promise<UndoAnswer> {
    return this.undoChanges.undo(user, id, bookId);
  }

  private async visible(user: User, id: string): Promise<WholeBook> {
    const book = await this.database.books.findVisible(id, user.id);
    if (!book) throw new DomainError('book.not-found');
    return book;
  }
}

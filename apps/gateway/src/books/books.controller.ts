import { Controller, Get, Param, Query } from '@nestjs/common';
import { type BookDetail, type BookPage, BookQuery } from '@octavo/contracts';
import { Database, type User } from '@octavo/database';
import { DomainError } from '@octavo/domain';
import { CurrentUser } from '../auth/session.guard.js';
import { anId, fits } from '../http/zod.pipe.js';
import { presentBook, presentDetail } from './present-book.js';

/** The library as a user sees it. */
@Controller('api/books')
export class BooksController {
  constructor(private readonly database: Database) {}

  @Get()
  async list(@CurrentUser() user: User, @Query(fits(BookQuery)) query: BookQuery): Promise<BookPage> {
    const page = await this.database.books.list(user.id, query);
    return { ...page, items: page.items.map(presentBook) };
  }

  @Get(':id')
  async show(@CurrentUser() user: User, @Param('id', anId) id: string): Promise<BookDetail> {
    const book = await this.database.books.findVisible(id, user.id);
    if (!book) throw new DomainError('book.not-found');
    const [provenance, shelfIds] = await Promise.all([
      this.database.books.provenance(id),
      this.database.shelves.holding(user.id, id),
    ]);
    return presentDetail(book, provenance, shelfIds);
  }
}

import { Controller, Get, Param } from '@nestjs/common';
import type { BookAnnotations } from '@octavo/contracts';
import { Database, type User } from '@octavo/database';
import { DomainError } from '@octavo/domain';
import { bookAnnotations } from '@octavo/kobo';
import { CurrentUser } from '../auth/session.guard.js';
import { anId } from '../http/zod.pipe.js';

/** More than anybody makes in one book. */
const MOST = { limit: 10_000, bytes: 20_000_000 };

/** What a user highlighted and noted in a book, on whichever device. */
@Controller('api/books/:id/annotations')
export class BookAnnotationsController {
  constructor(private readonly database: Database) {}

  @Get()
  async list(@CurrentUser() user: User, @Param('id', anId) id: string): Promise<BookAnnotations> {
    const book = await this.database.books.findVisible(id, user.id);
    if (!book) throw new DomainError('book.not-found');
    const { rows } = await this.database.annotations.list(user.id, book.id, MOST);
    const items = bookAnnotations(rows);
    return { items, total: items.length };
  }
}

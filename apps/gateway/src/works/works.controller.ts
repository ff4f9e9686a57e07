import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { BookToUntie, type FormsOfBook, PairOfBooks, type WorkSuggestionPage } from '@octavo/contracts';
import { Announcements, type User } from '@octavo/database';
import { CurrentUser } from '../auth/session.guard.js';
import { anId, fits } from '../http/zod.pipe.js';
import { OwnWorks } from './own-works.js';

/** Which books are the same work, as far as a user sees them. */
@Controller('api')
export class WorksController {
  constructor(
    private readonly own: OwnWorks,
    private readonly announcements: Announcements,
  ) {}

  @Get('books/:id/forms')
  forms(@CurrentUser() user: User, @Param('id', anId) id: string): Promise<FormsOfBook> {
    return this.own.formsOf(id, user.id);
  }

  @Get('works/suggestions')
  async suggestions(@CurrentUser() user: User): Promise<WorkSuggestionPage> {
    const items = await this.own.suggestions(user.id);
    return { items, total: items.length, next: null };
  }

  @Post('works/tie')
  @HttpCode(204)
  async tie(@CurrentUser() user: User, @Body(fits(PairOfBooks)) pair: PairOfBooks): Promise<void> {
    await this.own.tie(pair.bookId, pair.otherId, user.id);
    this.tell(pair.bookId, pair.otherId);
  }

  @Post('works/decline')
  @HttpCode(204)
  async decline(@CurrentUser() user: User, @Body(fits(PairOfBooks)) pair: PairOfBooks): Promise<void> {
    await this.own.decline(pair.bookId, pair.otherId, user.id);
    this.tell(pair.bookId, pair.otherId);
  }

  @Post('works/untie')
  @HttpCode(204)
  async untie(@CurrentUser() user: User, @Body(fits(BookToUntie)) { bookId }: BookToUntie): Promise<void> {
    await this.own.untie(bookId, user.id);
    this.tell(bookId);
  }

  private tell(...bookIds: string[]): void {
    for (const id of bookIds) this.announcements.announce('book', id);
  }
}

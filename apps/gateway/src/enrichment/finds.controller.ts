import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  AcceptFind,
  enrichment,
  EnrichRequest,
  type FindList,
  type JobAccepted,
  type Suggestion,
  type SuggestionList,
} from '@octavo/contracts';
import { Announcements, Database, type ProviderFind, type User } from '@octavo/database';
import { DomainError } from '@octavo/domain';
import { Jobs } from '@octavo/queue';
import { CurrentUser } from '../auth/session.guard.js';
import { presentBook } from '../books/present-book.js';
import { anId, fits } from '../http/zod.pipe.js';
import { presentFind } from './present-find.js';
import { visibleFind } from './visible-find.js';

/** More than anybody looks through at once; the next come when these are answered. */
const SUGGESTIONS = 200;

/** What providers know of books, and what people say to it. */
@Controller('api')
export class FindsController {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly announcements: Announcements,
  ) {}

  @Post('books/:id/enrich')
  @HttpCode(202)
  async enrich(
    @CurrentUser() user: User,
    @Param('id', anId) bookId: string,
    @Body(fits(EnrichRequest)) { fresh }: EnrichRequest,
  ): Promise<JobAccepted> {
    await this.assertVisible(user, bookId);
    return { jobId: await this.jobs.add(enrichment.jobs.enrichBook, { bookId, fresh }, { urgent: true }) };
  }

  @Get('books/:id/finds')
  async ofBook(@CurrentUser() user: User, @Param('id', anId) id: string): Promise<FindList> {
    await this.assertVisible(user, id);
    const book = await this.database.bookMetadata.find(id);
    const finds = await this.database.finds.ofBook(id);
    const items = book ? finds.map((find) => presentFind(find, book)) : [];
    return { items, total: items.length, next: null };
  }

  @Get('suggestions')
  async suggestions(@CurrentUser() user: User): Promise<SuggestionList> {
    const items = await this.database.finds.suggested(user.id, SUGGESTIONS);
    const byBook = Map.groupBy(items, ({ bookId }) => bookId);
    const all = await Promise.all([...byBook].map(([bookId, finds]) => this.suggestion(user, bookId, finds)));
    const shown = all.filter((one) => one !== undefined);
    return { items: shown, total: await this.database.finds.booksSuggested(user.id), next: null };
  }

  @Post('finds/:id/accept')
  @HttpCode(202)
  async accept(
    @CurrentUser() user: User,
    @Param('id', anId) id: string,
    @Body(fits(AcceptFind)) { fields, cover }: AcceptFind,
  ): Promise<JobAccepted> {
    const { bookId } = await visibleFind(this.database, user, id);
    await this.database.transaction(async ({ finds }) => {
      await finds.stand(id, 'ACCEPTED');
      await finds.settle(bookId, id);
    });
    this.announcements.announce('book', bookId);
    const wish = { bookId, findId: id, userId: user.id, ...(fields && { fields }), ...(cover && { cover }) };
    return { jobId: await this.jobs.add(enrichment.jobs.applyFind, wish, { urgent: true }) };
  }

  /** It is another book: it is not suggested again. */
  @Post('finds/:id/reject')
  @HttpCode(204)
  async reject(@CurrentUser() user: User, @Param('id', anId) id: string): Promise<void> {
    const { bookId } = await visibleFind(this.database, user, id);
    await this.database.finds.stand(id, 'REFUSED');
    this.announcements.announce('book', bookId);
  }

  private async suggestion(user: User, bookId: string, finds: ProviderFind[]): Promise<Suggestion | undefined> {
    const [book, stored] = [
      await this.database.books.findVisible(bookId, user.id),
      await this.database.bookMetadata.find(bookId),
    ];
    if (!book || !stored) return undefined;
    const { id, title, contributors, coverUrl, files } = presentBook(book);
    const authors = contributors.filter(({ role }) => role === 'author').map(({ name }) => name);
    const shown = { id, title, authors, coverUrl, fileName: files[0]?.name ?? null };
    return { book: shown, finds: finds.map((find) => presentFind(find, stored)) };
  }

  private async assertVisible(user: User, id: string): Promise<void> {
    if (!(await this.database.books.findVisible(id, user.id))) throw new DomainError('book.not-found');
  }
}

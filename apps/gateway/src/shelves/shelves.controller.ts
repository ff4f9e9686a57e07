import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put } from '@nestjs/common';
import { NewShelf, type Shelf, type ShelfPage } from '@octavo/contracts';
import { Database, type ShelfWithCount, type User } from '@octavo/database';
import { DomainError } from '@octavo/domain';
import { CurrentUser } from '../auth/session.guard.js';
import { anId, fits } from '../http/zod.pipe.js';
import { KeepShelves } from './keep-shelves.js';

/** A user's shelves: lists of books, collections on a Kobo. */
@Controller('api/shelves')
export class ShelvesController {
  constructor(
    private readonly database: Database,
    private readonly keepShelves: KeepShelves,
  ) {}

  @Get()
  async list(@CurrentUser() user: User): Promise<ShelfPage> {
    const items = (await this.database.shelves.ofUser(user.id)).map(present);
    return { items, total: items.length, next: null };
  }

  @Get(':id')
  async show(@CurrentUser() user: User, @Param('id', anId) id: string): Promise<Shelf> {
    return present(await this.find(user, id));
  }

  @Post()
  async add(@CurrentUser() user: User, @Body(fits(NewShelf)) { name }: NewShelf): Promise<Shelf> {
    const id = await this.keepShelves.add(user.id, name);
    return present(await this.find(user, id));
  }

  @Patch(':id')
  async rename(
    @CurrentUser() user: User,
    @Param('id', anId) id: string,
    @Body(fits(NewShelf)) { name }: NewShelf,
  ): Promise<Shelf> {
    await this.keepShelves.rename(await this.find(user, id), name);
    return present(await this.find(user, id));
  }

  /** The books stay. */
  @Delete(':id')
  @HttpCode(204)
  async remove(@CurrentUser() user: User, @Param('id', anId) id: string): Promise<void> {
    await this.keepShelves.remove(await this.find(user, id));
  }

  @Put(':id/books/:bookId')
  @HttpCode(204)
  async putBook(
    @CurrentUser() user: User,
    @Param('id', anId) id: string,
    @Param('bookId', anId) bookId: string,
  ): Promise<void> {
    const shelf = await this.find(user, id);
    if (!(await this.database.books.findVisible(bookId, user.id))) throw new DomainError('book.not-found');
    await this.keepShelves.changeBooks(shelf, { change: 'put', bookIds: [bookId], by: null });
  }

  @Delete(':id/books/:bookId')
  @HttpCode(204)
  async takeBook(
    @CurrentUser() user: User,
    @Param('id', anId) id: string,
    @Param('bookId', anId) bookId: string,
  ): Promise<void> {
    await this.keepShelves.changeBooks(await this.find(user, id), { change: 'take', bookIds: [bookId], by: null });
  }

  private async find(user: User, id: string): Promise<ShelfWithCount> {
    const shelf = await this.database.shelves.find(user.id, id);
    if (!shelf) throw new DomainError('shelf.not-found');
    return shelf;
  }
}

function present({ id, name, createdAt, updatedAt, _count }: ShelfWithCount): Shelf {
  return {
    id,
    name,
    bookCount: _count.entries,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}

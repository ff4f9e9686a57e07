import { Body, Controller, Get, HttpCode, Inject, Param, Patch, Query } from '@nestjs/common';
import { type DeviceBook, DeviceBookPatch, type DeviceBookPage, DeviceBookQuery } from '@octavo/contracts';
import { Announcements, Database, type DeviceBookRow, settleRights, type User } from '@octavo/database';
import { DomainError } from '@octavo/domain';
import { CONFIG, type Config } from '@octavo/platform';
import { CurrentUser } from '../auth/session.guard.js';
import { anId, fits } from '../http/zod.pipe.js';
import { whyNotThere } from './why-not-there.js';

/** The books of one device: what it was sent, what it proved to have, and why one is not there yet. */
@Controller('api/devices/:id/books')
export class DeviceBooksController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly announcements: Announcements,
  ) {}

  @Get()
  async list(
    @CurrentUser() user: User,
    @Param('id', anId) id: string,
    @Query(fits(DeviceBookQuery)) query: DeviceBookQuery,
  ): Promise<DeviceBookPage> {
    await this.checkOwner(user, id);
    const page = await this.database.deviceBooks.list(id, query);
    const unclear = page.items.filter(({ state, visible }) => state === 'not-offered' && visible);
    const books = await this.database.books.findMany(unclear.map(({ bookId }) => bookId));
    const byId = new Map(books.map((book) => [book.id, book]));
    const policy = { convert: this.config.KEPUB_CONVERT, sizeLimit: this.config.KEPUB_SIZE_LIMIT };
    const items = page.items.map((row) => present(row, whyNotThere(row, byId.get(row.bookId), policy)));
    return { ...page, items };
  }

  /** Keeps a book from the device, or sends it (again). */
  @Patch(':bookId')
  @HttpCode(204)
  async change(
    @CurrentUser() user: User,
    @Param('id', anId) id: string,
    @Param('bookId', anId) bookId: string,
    @Body(fits(DeviceBookPatch)) { withheld }: DeviceBookPatch,
  ): Promise<void> {
    await this.checkOwner(user, id);
    if (!(await this.database.books.findVisible(bookId, user.id))) throw new DomainError('book.not-found');
    await this.database.transaction(async (repositories) => {
      const { entitlements } = repositories;
      await entitlements.lock();
      await (withheld ? entitlements.withhold(id, bookId) : entitlements.release(id, bookId));
      await settleRights(repositories, { devices: [id], books: [bookId] });
    });
    this.announcements.announce('device', id);
  }

  private async checkOwner(user: User, id: string): Promise<void> {
    if (!(await this.database.devices.find(user.id, id))) throw new DomainError('device.not-found');
  }
}

function present({ coverId, visible, ...row }: DeviceBookRow, why: string | null): DeviceBook {
  return {
    ...row,
    gone: !visible,
    coverUrl: coverId ? `/api/books/${row.bookId}/cover?v=${coverId}` : null,
    sentAt: row.sentAt?.toISOString() ?? null,
    acknowledgedAt: row.acknowledgedAt?.toISOString() ?? null,
    downloadedAt: row.downloadedAt?.toISOString() ?? null,
    withheldAt: row.withheldAt?.toISOString() ?? null,
    why,
  };
}

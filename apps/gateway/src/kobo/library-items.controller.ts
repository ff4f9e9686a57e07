import { Body, Delete, Get, HttpCode, Param, Put, Req, Res } from '@nestjs/common';
import { Announcements, Database, type GrantedBook } from '@octavo/database';
import { readingToShow } from '@octavo/domain';
import {
  type BookMetadata,
  bookMetadata,
  emptyReadingState,
  readingState,
  readStateUpdate,
  type ReadStateUpdate,
  stateUpdateAnswer,
  type StateUpdateResult,
} from '@octavo/kobo';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { KeepReading } from '../reading/keep-reading.js';
import { DeviceRoute } from './device-route.js';
import { Caller, type KoboCaller } from './device.guard.js';
import { deliveredContent } from '../books/delivered-file.js';
import { koboBook } from './kobo-book.js';
import { NoteClock } from './note-clock.js';
import { ForwardUnknown } from './store/forward-unknown.js';

const isId = (text: string) => z.uuid().safeParse(text).success;

/** Single books: what a device asks before it downloads, where its reader is, and what its reader deletes. */
@DeviceRoute()
export class LibraryItemsController {
  constructor(
    private readonly database: Database,
    private readonly keepReading: KeepReading,
    private readonly noteClock: NoteClock,
    private readonly forwardUnknown: ForwardUnknown,
    private readonly announcements: Announcements,
  ) {}

  /** Always an array, one element for each known id: a bare object makes downloads never start. */
  @Get('v1/library/:ids/metadata')
  async metadata(
    @Caller() caller: KoboCaller,
    @Param('ids') ids: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BookMetadata[] | void> {
    const answers = await Promise.all(ids.split(',').map((id) => this.one(caller, id)));
    const known = answers.flatMap((answer) => answer ?? []);
    if (known.length === 0 && (await this.forwardUnknown.answers(caller, request, reply))) return;
    return known;
  }

  private async one(caller: KoboCaller, id: string): Promise<BookMetadata | undefined> {
    const grant = await this.grant(caller, id);
    const book = grant && !grant.revoked ? await this.database.books.find(id) : null;
    const shown = grant && book && koboBook(book, grant, caller.base);
    return shown ? bookMetadata(shown) : undefined;
  }

  @Get('v1/library/:id/state')
  async state(
    @Caller() caller: KoboCaller,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const grant = await this.grant(caller, id);
    if (!grant) return (await this.forwardUnknown.answers(caller, request, reply)) ? undefined : [];
    const kept = await this.database.readingStates.find(caller.userId, id);
    if (!kept) return [emptyReadingState(id, grant.createdAt)];
    const places = await this.database.readingPlaces.of(caller.userId, id);
    const shown = readingToShow(kept, places, await this.contentOf(grant, id));
    return [readingState({ createdAt: kept.createdAt, ...shown, entitlementId: id })];
  }

  @Put('v1/library/:id/state')
  @HttpCode(200)
  async putState(
    @Caller() caller: KoboCaller,
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    if (!(await this.grant(caller, id)) && (await this.forwardUnknown.answers(caller, request, reply)))
      return undefined;
    const updates = readStateUpdate(body, new Date());
    await this.noteClock.note(caller.device, body);
    const results = [];
    for (const update of updates) results.push(await this.keep(caller, update));
    this.announcements.announce('device', caller.device.id);
    return stateUpdateAnswer(results);
  }

  /** A book the device does not have is answered like one it has: a refusal would be repeated before every sync. */
  private async keep(caller: KoboCaller, { entitlementId, ...update }: ReadStateUpdate): Promise<StateUpdateResult> {
    const grant = await this.grant(caller, entitlementId);
    const now = new Date();
    if (!grant) return { entitlementId, bookmark: true, statistics: true, status: true, lastModified: now };
    const { bookmark } = update;
    const content = bookmark?.location ? await this.contentOf(grant, entitlementId) : '';
    const located = bookmark?.location && { ...bookmark, location: { ...bookmark.location, content } };
    const { merged, taken } = await this.keepReading.keep({
      userId: caller.userId,
      bookId: entitlementId,
      update: { ...update, ...(located && { bookmark: located }) },
      device: caller.device,
    });
    const times = Object.values(merged).flatMap((part: { modifiedAt?: Date }) => part.modifiedAt?.getTime() ?? []);
    return { entitlementId, ...taken, lastModified: times.length > 0 ? new Date(Math.max(...times)) : now };
  }

  /** The reader deleted the book on the device. That is no reason to touch it here. */
  @Delete('v1/library/:id')
  @HttpCode(204)
  async deleteOnDevice(
    @Caller() { device, ...caller }: KoboCaller,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const known = isId(id) && (await this.database.entitlements.find(device.id, id));
    if (!known) return void (await this.forwardUnknown.answers({ device, ...caller }, request, reply));
    await this.database.entitlements.deletedOnDevice(device.id, id);
    this.announcements.announce('device', device.id);
  }

  private async grant({ device }: KoboCaller, id: string): Promise<GrantedBook | null> {
    return isId(id) ? this.database.entitlements.find(device.id, id) : null;
  }

  /** The file the device has: the one it downloaded last, else the one it would get now. */
  private async contentOf({ downloadedContent }: GrantedBook, bookId: string): Promise<string> {
    if (downloadedContent !== null) return downloadedContent;
    const book = await this.database.books.find(bookId);
    return (book && deliveredContent(book)) ?? '';
  }
}

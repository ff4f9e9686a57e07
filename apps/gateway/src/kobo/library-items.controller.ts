import { Body, Get, HttpCode, Param, Put } from '@nestjs/common';
import { Announcements, Database } from '@octavo/database';
import {
  type BookMetadata,
  bookMetadata,
  emptyReadingState,
  readingState,
  readStateUpdate,
  stateUpdateAnswer,
} from '@octavo/kobo';
import { z } from 'zod';
import { DeviceRoute } from './device-route.js';
import { Caller, type KoboCaller } from './device.guard.js';
import { KeepReading } from './keep-reading.js';
import { koboBook } from './kobo-book.js';

const idsIn = (text: string) => text.split(',').filter((id) => z.uuid().safeParse(id).success);

/** Single books: what a device asks before it downloads, and where its reader is. */
@DeviceRoute()
export class LibraryItemsController {
  constructor(
    private readonly database: Database,
    private readonly keepReading: KeepReading,
    private readonly announcements: Announcements,
  ) {}

  /** Always an array, one element for each known id: a bare object makes downloads never start. */
  @Get('v1/library/:ids/metadata')
  async metadata(@Caller() caller: KoboCaller, @Param('ids') ids: string): Promise<BookMetadata[]> {
    const answers = await Promise.all(idsIn(ids).map((id) => this.one(caller, id)));
    return answers.flatMap((answer) => answer ?? []);
  }

  private async one(caller: KoboCaller, id: string): Promise<BookMetadata | undefined> {
    const grant = await this.database.entitlements.find(caller.device.id, id);
    const book = grant && !grant.revoked ? await this.database.books.find(id) : null;
    const shown = grant && book && koboBook(book, grant, caller.base);
    return shown ? bookMetadata(shown) : undefined;
  }

  @Get('v1/library/:id/state')
  async state(@Caller() caller: KoboCaller, @Param('id') id: string) {
    const grant = idsIn(id)[0] && (await this.database.entitlements.find(caller.device.id, id));
    if (!grant) return [];
    const kept = await this.database.readingStates.find(caller.userId, id);
    return [kept ? readingState({ ...kept, entitlementId: id }) : emptyReadingState(id, grant.createdAt)];
  }

  @Put('v1/library/:id/state')
  @HttpCode(200)
  async putState(@Caller() caller: KoboCaller, @Body() body: unknown) {
    const updates = readStateUpdate(body, new Date());
    const results = [];
    for (const update of updates) results.push(await this.keepReading.keep(caller, update));
    this.announcements.announce('device', caller.device.id);
    return stateUpdateAnswer(results);
  }
}

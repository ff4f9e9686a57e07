import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  type AudibleSyncAccepted,
  type AudibleSyncDetail,
  type AudibleSyncPage,
  AudibleSyncQuery,
} from '@octavo/contracts';
import { Database, type User } from '@octavo/database';
import { DomainError } from '@octavo/domain';
import { CurrentUser } from '../auth/session.guard.js';
import { anId, fits } from '../http/zod.pipe.js';
import { AskForLooks } from './ask-for-looks.js';
import { OwnAccounts } from './own-accounts.js';
import { odditiesOf, presentSync } from './present-account.js';

/** Looks at an account's libraries: what they found, and asking for one. */
@Controller('api/audible/:id')
export class AudibleStoresController {
  constructor(
    private readonly own: OwnAccounts,
    private readonly looks: AskForLooks,
    private readonly database: Database,
  ) {}

  @Post('sync')
  @HttpCode(202)
  async sync(
    @CurrentUser() user: User,
    @Param('id', anId) id: string,
    @Query(fits(AudibleSyncQuery)) query: AudibleSyncQuery,
  ): Promise<AudibleSyncAccepted> {
    const { state, detail, stores } = await this.own.find(id, user.id);
    if (state === 'REAUTH_REQUIRED' || state === 'UNREADABLE')
      throw new DomainError('audible.reauth-required', detail ?? undefined);
    return this.looks.now(stores, query);
  }

  @Get('stores/:storeId/syncs')
  async list(
    @CurrentUser() user: User,
    @Param('id', anId) id: string,
    @Param('storeId', anId) storeId: string,
  ): Promise<AudibleSyncPage> {
    await this.own.store(id, storeId, user.id);
    const items = (await this.database.audibleSyncs.ofStore(storeId)).map(presentSync);
    return { items, total: items.length, next: null };
  }

  @Get('stores/:storeId/syncs/:syncId')
  async show(
    @CurrentUser() user: User,
    @Param('id', anId) id: string,
    @Param('storeId', anId) storeId: string,
    @Param('syncId', anId) syncId: string,
  ): Promise<AudibleSyncDetail> {
    await this.own.store(id, storeId, user.id);
    const sync = await this.own.sync(storeId, syncId);
    return { ...presentSync(sync), oddities: odditiesOf(sync) };
  }
}

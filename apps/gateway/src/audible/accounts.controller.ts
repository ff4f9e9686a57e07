import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import {
  type AudibleAccount,
  AudibleAccountChange,
  type AudibleAccountPage,
  type AudibleDiscovery,
  AudibleRemoval,
  NewAudibleStore,
} from '@octavo/contracts';
import { Database, type User } from '@octavo/database';
import { CurrentUser } from '../auth/session.guard.js';
import { anId, fits, InvalidRequest } from '../http/zod.pipe.js';
import { AskForLooks } from './ask-for-looks.js';
import { DiscoverStores } from './discover-stores.js';
import { marketplaceNamed } from './marketplace-named.js';
import { OwnAccounts } from './own-accounts.js';
import { RemoveAccounts } from './remove-accounts.js';

/** A user's accounts at Audible. */
@Controller('api/audible')
export class AudibleAccountsController {
  constructor(
    private readonly own: OwnAccounts,
    private readonly database: Database,
    private readonly looks: AskForLooks,
    private readonly removal: RemoveAccounts,
    private readonly discovery: DiscoverStores,
  ) {}

  @Get()
  async list(@CurrentUser() user: User): Promise<AudibleAccountPage> {
    const items = await this.own.all(user.id);
    return { items, total: items.length, next: null };
  }

  @Get(':id')
  show(@CurrentUser() user: User, @Param('id', anId) id: string): Promise<AudibleAccount> {
    return this.own.shown(id, user.id);
  }

  @Patch(':id')
  async change(
    @CurrentUser() user: User,
    @Param('id', anId) id: string,
    @Body(fits(AudibleAccountChange)) change: AudibleAccountChange,
  ): Promise<AudibleAccount> {
    const { ways } = await this.own.find(id, user.id);
    const { name, mode } = change;
    if (mode !== undefined && mode !== 'auto' && !ways.includes(mode))
      throw new InvalidRequest([
        { path: 'mode', message: 'The credentials of this account do not hold what that takes' },
      ]);
    const news = { ...(name !== undefined && { name }), ...(mode !== undefined && { mode }) };
    await this.database.audibleAccounts.change(id, news);
    this.looks.tellOfChange(id);
    return this.own.shown(id, user.id);
  }

  @Delete(':id')
  @HttpCode(204)
  async remove(
    @CurrentUser() user: User,
    @Param('id', anId) id: string,
    @Query(fits(AudibleRemoval)) { deregister }: AudibleRemoval,
  ): Promise<void> {
    const account = await this.own.find(id, user.id);
    await this.looks.stop(account.stores);
    await this.removal.remove(account, deregister);
    this.looks.tellOfChange(id);
    this.looks.tellOfBooks();
  }

  /** Another marketplace of the account; where it is there already, nothing changes. */
  @Post(':id/stores')
  async addStore(
    @CurrentUser() user: User,
    @Param('id', anId) id: string,
    @Body(fits(NewAudibleStore)) wish: NewAudibleStore,
  ): Promise<AudibleAccount> {
    await this.own.find(id, user.id);
    const storeId = await this.database.audibleAccounts.addStore(id, marketplaceNamed(wish.marketplace).country);
    await this.looks.now([await this.own.store(id, storeId, user.id)]);
    this.looks.tellOfChange(id);
    return this.own.shown(id, user.id);
  }

  /** What the account has at all marketplaces, one after the other. */
  @Post(':id/discover')
  @HttpCode(200)
  async discover(@CurrentUser() user: User, @Param('id', anId) id: string): Promise<AudibleDiscovery> {
    return this.discovery.of(await this.own.find(id, user.id));
  }
}

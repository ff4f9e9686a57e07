import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put } from '@nestjs/common';
import {
  NewWebdavConnection,
  type WebdavConnection,
  WebdavConnectionChange,
  type WebdavConnectionPage,
  type WebdavTest,
} from '@octavo/contracts';
import type { User } from '@octavo/database';
import { CurrentUser } from '../auth/session.guard.js';
import { anId, fits } from '../http/zod.pipe.js';
import { AskForSyncs } from './ask-for-syncs.js';
import { KeepConnections } from './keep-connections.js';
import { OwnConnections } from './own-connections.js';
import { warningsOf } from './present-connection.js';
import { TryServer } from './try-server.js';

/** A user's libraries on WebDAV servers. */
@Controller('api/webdav')
export class WebdavController {
  constructor(
    private readonly own: OwnConnections,
    private readonly keep: KeepConnections,
    private readonly servers: TryServer,
    private readonly syncs: AskForSyncs,
  ) {}

  @Get()
  async list(@CurrentUser() user: User): Promise<WebdavConnectionPage> {
    const items = await this.own.all(user.id);
    return { items, total: items.length, next: null };
  }

  @Post()
  async add(
    @CurrentUser() user: User,
    @Body(fits(NewWebdavConnection)) wish: NewWebdavConnection,
  ): Promise<WebdavConnection> {
    const id = await this.keep.add(user.id, wish);
    if (!wish.paused) await this.syncs.now(id);
    this.syncs.tellOfChange(id);
    return this.own.shown(id, user.id);
  }

  /** Only to know whether it would work. */
  @Post('test')
  @HttpCode(200)
  async test(@Body(fits(NewWebdavConnection)) wish: NewWebdavConnection): Promise<WebdavTest> {
    const { facts } = await this.servers.reach(wish);
    return { server: facts.server ?? null, count: facts.count, warnings: warningsOf(facts) };
  }

  @Get(':id')
  async show(@CurrentUser() user: User, @Param('id', anId) id: string): Promise<WebdavConnection> {
    return this.own.shown(id, user.id);
  }

  @Put(':id')
  async put(
    @CurrentUser() user: User,
    @Param('id', anId) id: string,
    @Body(fits(WebdavConnectionChange)) change: WebdavConnectionChange,
  ): Promise<WebdavConnection> {
    return this.change(user, id, change);
  }

  @Patch(':id')
  async change(
    @CurrentUser() user: User,
    @Param('id', anId) id: string,
    @Body(fits(WebdavConnectionChange)) change: WebdavConnectionChange,
  ): Promise<WebdavConnection> {
    const before = await this.own.find(id, user.id);
    await this.keep.change(before, change);
    const after = await this.own.find(id, user.id);
    if (after.library.paused && !before.library.paused) await this.syncs.stop(id);
    const isReached = before.secret !== after.secret || before.baseUrl !== after.baseUrl;
    if (!after.library.paused && (before.library.paused || isReached)) await this.syncs.now(id);
    this.syncs.tellOfChange(id);
    return this.own.shown(id, user.id);
  }

  /** The files stay where they are, and are never touched. */
  @Delete(':id')
  @HttpCode(204)
  async remove(@CurrentUser() user: User, @Param('id', anId) id: string): Promise<void> {
    const connection = await this.own.find(id, user.id);
    await this.keep.remove(connection);
    await this.syncs.stop(id);
    this.syncs.tellOfChange(id);
    this.syncs.tellOfBooks();
  }
}

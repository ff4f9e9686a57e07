import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import type { SyncAccepted, SyncDetail, SyncPage } from '@octavo/contracts';
import { Database, type User } from '@octavo/database';
import { DomainError } from '@octavo/domain';
import { CurrentUser } from '../auth/session.guard.js';
import { anId } from '../http/zod.pipe.js';
import { AskForSyncs } from './ask-for-syncs.js';
import { OwnConnections } from './own-connections.js';
import { presentSync } from './present-connection.js';

/** The comparisons of a connection: what they found, and asking for one. */
@Controller('api/webdav/:id')
export class SyncsController {
  constructor(
    private readonly own: OwnConnections,
    private readonly syncs: AskForSyncs,
    private readonly database: Database,
  ) {}

  @Post('sync')
  @HttpCode(202)
  async sync(@CurrentUser() user: User, @Param('id', anId) id: string): Promise<SyncAccepted> {
    const { state, library, lastError, notBefore } = await this.own.find(id, user.id);
    if (library.paused) throw new DomainError('library.paused');
    if (state !== 'ACTIVE') throw new DomainError('source.refused', lastError ?? undefined);
    const waits = notBefore !== null && notBefore.getTime() > Date.now();
    return { jobId: await this.syncs.now(id), ...(waits && { notBefore: notBefore.toISOString() }) };
  }

  /** Only to see what there is: nothing is changed. The newest comparison shows it when it is done. */
  @Post('preview')
  @HttpCode(202)
  async preview(@CurrentUser() user: User, @Param('id', anId) id: string): Promise<SyncAccepted> {
    await this.own.find(id, user.id);
    return { jobId: await this.syncs.now(id, { preview: true }) };
  }

  /** The files that a comparison held back are gone indeed: they may be marked missing, and no more than it showed. */
  @Post('confirm-removal')
  @HttpCode(202)
  async confirmRemoval(@CurrentUser() user: User, @Param('id', anId) id: string): Promise<SyncAccepted> {
    await this.own.find(id, user.id);
    const scan = await this.database.scans.lastFinished(id);
    if (scan?.state !== 'HELD') throw new DomainError('library.nothing-held');
    await this.database.libraries.update(id, { confirmedGone: scan.gone });
    return this.sync(user, id);
  }

  @Get('syncs')
  async list(@CurrentUser() user: User, @Param('id', anId) id: string): Promise<SyncPage> {
    await this.own.find(id, user.id);
    const items = (await this.database.scans.ofLibrary(id)).map(presentSync);
    return { items, total: items.length, next: null };
  }

  @Get('syncs/:syncId')
  async show(
    @CurrentUser() user: User,
    @Param('id', anId) id: string,
    @Param('syncId', anId) syncId: string,
  ): Promise<SyncDetail> {
    await this.own.find(id, user.id);
    const scan = await this.database.scans.find(syncId);
    if (scan?.libraryId !== id) throw new DomainError('scan.not-found');
    const faults = await this.database.scans.faultsOf(syncId);
    return { ...presentSync(scan), faults: faults.map(({ path, code, detail }) => ({ path, code, detail })) };
  }
}

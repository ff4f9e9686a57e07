import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Patch, Post, Req } from '@nestjs/common';
import { type Device, type DevicePage, DevicePatch, NewDevice, type PairedDevice } from '@octavo/contracts';
import {
  Announcements,
  Database,
  type PairedDeviceRow,
  type Repositories,
  settleRights,
  type User,
} from '@octavo/database';
import { DomainError } from '@octavo/domain';
import { CONFIG, type Config } from '@octavo/platform';
import type { FastifyRequest } from 'fastify';
import { digestOf, newSecret } from '../auth/secrets.js';
import { CurrentUser } from '../auth/session.guard.js';
import { publicAddressOf } from '../http/public-address.js';
import { anId, fits } from '../http/zod.pipe.js';
import { AskForBooks } from './ask-for-books.js';
import { chosen, presentDevices } from './present-device.js';

/** A user's Kobo devices. */
@Controller('api/devices')
export class DevicesController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly announcements: Announcements,
    private readonly books: AskForBooks,
  ) {}

  @Get()
  async list(@CurrentUser() user: User): Promise<DevicePage> {
    const items = await presentDevices(this.database, await this.database.devices.ofUser(user.id));
    return { items, total: items.length, next: null };
  }

  @Get(':id')
  async show(@CurrentUser() user: User, @Param('id', anId) id: string): Promise<Device> {
    return this.present(await this.find(user, id));
  }

  /** Pairs a device: it may open what is chosen for it, else everything its user may, from its first sync on. */
  @Post()
  async pair(
    @CurrentUser() user: User,
    @Body(fits(NewDevice)) { name, scope }: NewDevice,
    @Req() request: FastifyRequest,
  ): Promise<PairedDevice> {
    const token = newSecret();
    const { id } = await this.database.transaction(async (repositories) => {
      const paired = await repositories.devices.pair(user.id, name, digestOf(token));
      if (scope) await repositories.devices.choose(paired.id, chosen(scope));
      await settle(repositories, paired.id);
      return paired;
    });
    await this.books.ask();
    this.announcements.announce('device', id);
    const apiEndpoint = `${publicAddressOf(request, this.config)}/kobo/${token}`;
    return { ...(await this.present(await this.find(user, id))), token, apiEndpoint };
  }

  @Patch(':id')
  async change(
    @CurrentUser() user: User,
    @Param('id', anId) id: string,
    @Body(fits(DevicePatch)) { name, scope, storeProxy }: DevicePatch,
  ): Promise<Device> {
    const device = await this.find(user, id);
    await this.database.transaction(async (repositories) => {
      const { devices } = repositories;
      await devices.lockOf(user.id);
      if (name !== undefined) await devices.rename(id, name);
      if (storeProxy !== undefined && storeProxy !== device.storeProxy) await devices.useStore(id, storeProxy);
      if (!scope) return;
      await devices.choose(id, chosen(scope));
      await settle(repositories, id);
    });
    if (scope) await this.books.ask();
    this.announcements.announce('device', id);
    return this.present(await this.find(user, id));
  }

  @Delete(':id')
  @HttpCode(204)
  async revoke(@CurrentUser() user: User, @Param('id', anId) id: string): Promise<void> {
    await this.find(user, id);
    await this.database.devices.revoke(id);
    this.announcements.announce('device', id);
  }

  /** Sends everything again at the next sync. */
  @Post(':id/resync')
  @HttpCode(200)
  async resync(@CurrentUser() user: User, @Param('id', anId) id: string): Promise<Device> {
    await this.find(user, id);
    await this.database.syncLines.startAnew(id);
    this.announcements.announce('device', id);
    return this.present(await this.find(user, id));
  }

  private async find(user: User, id: string): Promise<PairedDeviceRow> {
    const device = await this.database.devices.find(user.id, id);
    if (!device) throw new DomainError('device.not-found');
    return device;
  }

  private async present(device: PairedDeviceRow): Promise<Device> {
    return (await presentDevices(this.database, [device]))[0]!;
  }
}

/** Gives a device its books and shelves. */
async function settle(repositories: Repositories, id: string): Promise<void> {
  await settleRights(repositories, { devices: [id] });
  await repositories.shelfEntitlements.settle({ devices: [id] });
}

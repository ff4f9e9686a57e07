import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Patch, Post } from '@nestjs/common';
import { type Device, type DevicePage, DevicePatch, NewDevice, type PairedDevice } from '@octavo/contracts';
import { Announcements, Database, type PairedDeviceRow, type User } from '@octavo/database';
import { DomainError } from '@octavo/domain';
import { CONFIG, type Config } from '@octavo/platform';
import { digestOf, newSecret } from '../auth/secrets.js';
import { CurrentUser } from '../auth/session.guard.js';
import { anId, fits } from '../http/zod.pipe.js';

/** A user's Kobo devices. */
@Controller('api/devices')
export class DevicesController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly announcements: Announcements,
  ) {}

  @Get()
  async list(@CurrentUser() user: User): Promise<DevicePage> {
    const devices = await this.database.devices.ofUser(user.id);
    const items = await this.present(devices);
    return { items, total: items.length, next: null };
  }

  @Get(':id')
  async show(@CurrentUser() user: User, @Param('id', anId) id: string): Promise<Device> {
    return this.presentOne(await this.find(user, id));
  }

  /** Pairs a device: it may open everything its user may, from its first sync on. */
  @Post()
  async pair(@CurrentUser() user: User, @Body(fits(NewDevice)) { name }: NewDevice): Promise<PairedDevice> {
    const token = newSecret();
    const device = await this.database.transaction(async ({ devices, entitlements }) => {
      const paired = await devices.pair(user.id, name, digestOf(token));
      await entitlements.grantAll(paired.id);
      return paired;
    });
    this.announcements.announce('device', device.id);
    const apiEndpoint = `${this.config.PUBLIC_URL}/kobo/${token}`;
    return { ...(await this.presentOne(device)), token, apiEndpoint };
  }

  @Patch(':id')
  async rename(
    @CurrentUser() user: User,
    @Param('id', anId) id: string,
    @Body(fits(DevicePatch)) { name }: DevicePatch,
  ): Promise<Device> {
    await this.find(user, id);
    if (name !== undefined) await this.database.devices.rename(id, name);
    return this.presentOne(await this.find(user, id));
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
    await this.database.devices.startNewLine(id);
    return this.presentOne(await this.find(user, id));
  }

  private async find(user: User, id: string): Promise<PairedDeviceRow> {
    const device = await this.database.devices.find(user.id, id);
    if (!device) throw new DomainError('device.not-found');
    return device;
  }

  private async presentOne(device: PairedDeviceRow): Promise<Device> {
    return (await this.present([device]))[0]!;
  }

  private async present(devices: PairedDeviceRow[]): Promise<Device[]> {
    const counts = await this.database.devices.deliveryCounts(devices.map(({ id }) => id));
    return devices.map(({ id, name, model, firmware, createdAt, lastSeenAt, syncPoint }) => ({
      id,
      name,
      model,
      firmware,
      createdAt: createdAt.toISOString(),
      lastSeenAt: lastSeenAt?.toISOString() ?? null,
      lastSyncAt: syncPoint?.lastSyncAt?.toISOString() ?? null,
      ...(counts.get(id) ?? { granted: 0, acknowledged: 0, downloaded: 0 }),
    }));
  }
}

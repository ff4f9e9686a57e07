import { type Client, Prisma } from '../client.js';
import type { Device, DeviceScope, DeviceStep, SyncPoint } from '../generated/client.js';
import { newId } from '../ids.js';
import { lockLines } from './lock-lines.js';

export type PairedDeviceRow = Device & {
  syncPoint: SyncPoint | null;
  libraries: { libraryId: string }[];
  shelves: { shelfId: string }[];
  steps: DeviceStep[];
};

const WHOLE = {
  syncPoint: true,
  libraries: { select: { libraryId: true } },
  shelves: { select: { shelfId: true } },
  steps: true,
} as const;

/** Which books a device gets: everything, those of libraries, those on shelves (ids of these). */
export interface ChosenScope {
  scope: DeviceScope;
  ids: string[];
}

export interface DeliveryCounts {
  granted: number;
  acknowledged: number;
  downloaded: number;
}

/** "Seen" is noted at most this often: a sync is hundreds of requests. */
const NOTE_SEEN_EVERY_MS = 30_000;

/** Kobo devices and how far each has come. */
export class DevicesRepository {
  constructor(private readonly client: Client) {}

  /** Settle its rights afterwards. */
  async pair(userId: string, name: string, tokenHash: string): Promise<Device> {
    return this.client.device.create({ data: { id: newId(), userId, name, tokenHash, syncPoint: { create: {} } } });
  }

  byTokenHash(tokenHash: string): Promise<Device | null> {
    return this.client.device.findUnique({ where: { tokenHash } });
  }

  find(userId: string, id: string): Promise<PairedDeviceRow | null> {
    return this.client.device.findFirst({ where: { id, userId }, include: WHOLE });
  }

  ofUser(userId: string): Promise<PairedDeviceRow[]> {
    return this.client.device.findMany({
      where: { userId },
      include: WHOLE,
      orderBy: { createdAt: 'asc' },
    });
  }

  async rename(id: string, name: string): Promise<void> {
    await this.client.device.updateMany({ where: { id }, data: { name } });
  }

  /** Chooses which books a device gets. Of the ids, those that are not its user's are left out. Settle it afterwards. */
  async choose(id: string, { scope, ids }: ChosenScope): Promise<void> {
    await this.client.device.update({ where: { id }, data: { scope } });
    await this.client.deviceLibrary.deleteMany({ where: { deviceId: id } });
    await this.client.deviceShelf.deleteMany({ where: { deviceId: id } });
    if (scope === 'libraries') {
      await this.client.$executeRaw`
        insert into device_library (device_id, library_id)
        select d.id, l.id from device d join library l on l.owner_id is null or l.owner_id = d.user_id
        where d.id = ${id}::uuid and l.id = any(${ids}::uuid[])`;
    }
    if (scope === 'shelves') await this.chooseShelves(id, ids);
  }

  /** Adds shelves to those whose books a device gets. */
  async chooseShelves(id: string, shelfIds: string[]): Promise<void> {
    await this.client.$executeRaw`
      insert into device_shelf (device_id, shelf_id)
      select d.id, s.id from device d join shelf s on s.user_id = d.user_id
      where d.id = ${id}::uuid and s.id = any(${shelfIds}::uuid[]) on conflict do nothing`;
  }

  /** The devices that get a shelf's books because it was chosen for them. */
  async choosing(shelfId: string): Promise<string[]> {
    const rows = await this.client.deviceShelf.findMany({ where: { shelfId }, select: { deviceId: true } });
    return rows.map(({ deviceId }) => deviceId);
  }

  /**
   * Locks the version lines of a user's devices: for transactions that move lines more than once. The user as well, so
   * that they come one after the other though there is no device.
   */
  async lockOf(userId: string): Promise<void> {
    await this.client.$queryRaw`select id::text from user_account where id = ${userId}::uuid for no key update`;
    await lockLines(this.client, Prisma.sql`d.user_id = ${userId}::uuid`);
  }

  /**
   * Switches the use of the device's Kobo account beside us. What the store said so far counts for nothing then, and
   * highlights made while they went to the store are none we know.
   */
  async useStore(id: string, storeProxy: boolean): Promise<void> {
    await this.client.device.updateMany({ where: { id }, data: { storeProxy, annotationsSince: null } });
    await this.client.storeCursor.deleteMany({ where: { deviceId: id } });
  }

  /** From now on its token opens nothing. */
  async revoke(id: string): Promise<void> {
    await this.client.device.deleteMany({ where: { id } });
  }

  /** Notes that a device called, and as what it described itself. */
  async seen(device: Device, described: { model: string | null; firmware: string | null }): Promise<void> {
    const model = described.model ?? device.model;
    const firmware = described.firmware ?? device.firmware;
    const recently = device.lastSeenAt && Date.now() - device.lastSeenAt.getTime() < NOTE_SEEN_EVERY_MS;
    if (recently && model === device.model && firmware === device.firmware) return;
    // While somebody moves the device's line its row is locked; a sync does not wait for that only to say hello.
    await this.client.$executeRaw`
      update device set model = ${model}, firmware = ${firmware}, last_seen_at = now()
      where id = (select id from device where id = ${device.id}::uuid for no key update skip locked)`;
  }

  /** What the device's own times say of its clock: seconds ahead of ours, null for nothing wrong. */
  async toldTime(id: string, aheadSec: number | null): Promise<void> {
    await this.client.device.updateMany({ where: { id }, data: { clockAheadSec: aheadSec } });
  }

  async deliveryCounts(deviceIds: string[]): Promise<Map<string, DeliveryCounts>> {
    const rows = await this.client.$queryRaw<({ id: string } & DeliveryCounts)[]>`
      select e.device_id::text as id, count(*)::int as granted,
        count(*) filter (where e.announced_at <= s.acknowledged)::int as acknowledged,
        count(e.downloaded_at)::int as downloaded
      from entitlement e join sync_point s using (device_id)
      where e.device_id = any(${deviceIds}::uuid[]) and not e.revoked group by e.device_id`;
    return new Map(rows.map(({ id, ...counts }) => [id, counts]));
  }
}

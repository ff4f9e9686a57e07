import type { Client } from '../client.js';
import type { Device, SyncPoint } from '../generated/client.js';
import { newId } from '../ids.js';

export type PairedDeviceRow = Device & { syncPoint: SyncPoint | null };

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

  async pair(userId: string, name: string, tokenHash: string): Promise<PairedDeviceRow> {
    return this.client.device.create({
      data: { id: newId(), userId, name, tokenHash, syncPoint: { create: {} } },
      include: { syncPoint: true },
    });
  }

  byTokenHash(tokenHash: string): Promise<Device | null> {
    return this.client.device.findUnique({ where: { tokenHash } });
  }

  find(userId: string, id: string): Promise<PairedDeviceRow | null> {
    return this.client.device.findFirst({ where: { id, userId }, include: { syncPoint: true } });
  }

  ofUser(userId: string): Promise<PairedDeviceRow[]> {
    return this.client.device.findMany({
      where: { userId },
      include: { syncPoint: true },
      orderBy: { createdAt: 'asc' },
    });
  }

  async rename(id: string, name: string): Promise<void> {
    await this.client.device.updateMany({ where: { id }, data: { name } });
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
    await this.client.device.updateMany({
      where: { id: device.id },
      data: { model, firmware, lastSeenAt: new Date() },
    });
  }

  async deliveryCounts(deviceIds: string[]): Promise<Map<string, DeliveryCounts>> {
    const rows = await this.client.$queryRaw<({ id: string } & DeliveryCounts)[]>`
      select e.device_id::text as id, count(*)::int as granted,
        count(*) filter (where e.granted_at <= s.acknowledged)::int as acknowledged,
        count(e.downloaded_at)::int as downloaded
      from entitlement e join sync_point s using (device_id)
      where e.device_id = any(${deviceIds}::uuid[]) and not e.revoked group by e.device_id`;
    return new Map(rows.map(({ id, ...counts }) => [id, counts]));
  }

  /** Everything is to be sent again: tokens handed out so far count for nothing. */
  async startNewLine(id: string): Promise<void> {
    await this.client.syncPoint.update({ where: { deviceId: id }, data: { line: { increment: 1 }, acknowledged: 0 } });
  }
}

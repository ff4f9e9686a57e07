import type { Client } from '../client.js';
import type { Device } from '../generated/client.js';

/** A device signs in again and again and uses the last answer; sign-ins that overlap have used an earlier one. */
const KEPT_PER_DEVICE = 10;

/** The bearers we gave devices at their sign-ins, as hashes: their credential where the path holds none. */
export class DeviceBearersRepository {
  constructor(private readonly client: Client) {}

  /** From now on this opens what is the device's; the eleventh before it does no longer. */
  async remember(deviceId: string, tokenHash: string): Promise<void> {
    await this.client.$executeRaw`
      insert into device_bearer (token_hash, device_id, created_at)
      select ${tokenHash}, id, clock_timestamp() from device where id = ${deviceId}::uuid on conflict do nothing`;
    await this.client.$executeRaw`
      delete from device_bearer where device_id = ${deviceId}::uuid and token_hash not in (
        select token_hash from device_bearer where device_id = ${deviceId}::uuid
        order by token_hash = ${tokenHash} desc, created_at desc, token_hash limit ${KEPT_PER_DEVICE})`;
  }

  /** The device that was given it. */
  async deviceOf(tokenHash: string): Promise<Device | undefined> {
    const bearer = await this.client.deviceBearer.findUnique({ where: { tokenHash }, include: { device: true } });
    return bearer?.device;
  }
}

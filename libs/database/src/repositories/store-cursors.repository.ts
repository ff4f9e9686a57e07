import type { Client } from '../client.js';

/** A device may come back with a token of some answers ago, when later ones were lost. */
const KEPT = 5;

/** The store's sync tokens, encrypted; a device's token of ours names one by its id. */
export class StoreCursorsRepository {
  constructor(private readonly client: Client) {}

  /** Undefined where this device has none of that id. */
  async find(deviceId: string, id: bigint): Promise<string | undefined> {
    return (await this.client.storeCursor.findFirst({ where: { id, deviceId } }))?.token;
  }

  /** The newest first. */
  ofDevice(deviceId: string): Promise<{ id: bigint; token: string }[]> {
    return this.client.storeCursor.findMany({
      where: { deviceId },
      orderBy: { id: 'desc' },
      select: { id: true, token: true },
    });
  }

  /** Keeps one more, and forgets all but the newest few and the one `inUse`, which the device may ask with again. */
  async add(deviceId: string, token: string, inUse?: bigint): Promise<bigint> {
    const { id } = await this.client.storeCursor.create({ data: { deviceId, token } });
    await this.client.$executeRaw`
      delete from store_cursor where device_id = ${deviceId}::uuid and id <> ${inUse ?? id}
        and id not in (select id from store_cursor where device_id = ${deviceId}::uuid order by id desc limit ${KEPT})`;
    return id;
  }
}

import type { DeviceStep } from '@octavo/contracts';
import type { Client } from '../client.js';

/** How far each device comes in a sync: when it last took each step. */
export class DeviceStepsRepository {
  constructor(private readonly client: Client) {}

  /** The device has taken the step now. Of a device that is gone nothing is noted. */
  async note(deviceId: string, step: DeviceStep): Promise<void> {
    await this.client.$executeRaw`
      insert into device_step as s (device_id, step, at) select id, ${step}, now() from device where id = ${deviceId}::uuid
      on conflict (device_id, step) do update set at = greatest(s.at, excluded.at)`;
  }
}

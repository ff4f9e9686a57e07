import { type Client, Prisma } from '../client.js';

/** What the server remembers about itself. */
export class SettingsRepository {
  constructor(private readonly client: Client) {}

  async get(key: string): Promise<unknown> {
    return (await this.client.setting.findUnique({ where: { key } }))?.value;
  }

  async put(key: string, value: Prisma.InputJsonValue): Promise<void> {
    await this.client.setting.upsert({ where: { key }, create: { key, value }, update: { value } });
  }

  async remove(key: string): Promise<void> {
    await this.client.setting.deleteMany({ where: { key } });
  }
}

import type { Client } from '../client.js';
import type { ApiKey, User } from '../generated/client.js';
import { newId } from '../ids.js';

/** Uses are noted at most this often, so that a read does not cost a write. */
const NOTE_USE_EVERY_MS = 60_000;

/** Signed-in browsers and API keys: two kinds of key to an account, both kept as hashes only. */
export class SessionsRepository {
  constructor(private readonly client: Client) {}

  async open(userId: string, tokenHash: string, expiresAt: Date): Promise<void> {
    await this.client.session.deleteMany({ where: { userId, expiresAt: { lt: new Date() } } });
    await this.client.session.create({ data: { id: newId(), userId, tokenHash, expiresAt } });
  }

  async close(tokenHash: string): Promise<void> {
    await this.client.session.deleteMany({ where: { tokenHash } });
  }

  async closeAllOf(userId: string): Promise<void> {
    await this.client.session.deleteMany({ where: { userId } });
  }

  /** Whose session this is, if it has not ended. */
  async userOf(tokenHash: string): Promise<User | undefined> {
    const session = await this.client.session.findUnique({ where: { tokenHash }, include: { user: true } });
    if (!session || session.expiresAt < new Date()) return undefined;
    if (Date.now() - session.lastSeenAt.getTime() > NOTE_USE_EVERY_MS) {
      await this.client.session.updateMany({ where: { tokenHash }, data: { lastSeenAt: new Date() } });
    }
    return session.user;
  }

  listKeys(userId: string): Promise<ApiKey[]> {
    return this.client.apiKey.findMany({ where: { userId }, orderBy: { createdAt: 'asc' } });
  }

  addKey(userId: string, name: string, keyHash: string): Promise<ApiKey> {
    return this.client.apiKey.create({ data: { id: newId(), userId, name, keyHash } });
  }

  /** True when the user had such a key. */
  async removeKey(userId: string, id: string): Promise<boolean> {
    return (await this.client.apiKey.deleteMany({ where: { userId, id } })).count > 0;
  }

  /** Whose API key this is. */
  async ownerOfKey(keyHash: string): Promise<User | undefined> {
    const key = await this.client.apiKey.findUnique({ where: { keyHash }, include: { user: true } });
    if (!key) return undefined;
    if (!key.lastUsedAt || Date.now() - key.lastUsedAt.getTime() > NOTE_USE_EVERY_MS) {
      await this.client.apiKey.updateMany({ where: { id: key.id }, data: { lastUsedAt: new Date() } });
    }
    return key.user;
  }
}

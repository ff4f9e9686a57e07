import type { Client } from '../client.js';
import type { AppPassword, User } from '../generated/client.js';
import { newId } from '../ids.js';

/** Uses are noted at most this often, so that a read does not cost a write. */
const NOTE_USE_EVERY_MS = 60_000;

/** What reading apps and file managers sign in with, kept as hashes only. */
export class AppPasswordsRepository {
  constructor(private readonly client: Client) {}

  list(userId: string): Promise<AppPassword[]> {
    return this.client.appPassword.findMany({ where: { userId }, orderBy: { createdAt: 'asc' } });
  }

  add(userId: string, name: string, passwordHash: string): Promise<AppPassword> {
    return this.client.appPassword.create({ data: { id: newId(), userId, name, passwordHash } });
  }

  /** True when the user had such a password. */
  async remove(userId: string, id: string): Promise<boolean> {
    return (await this.client.appPassword.deleteMany({ where: { userId, id } })).count > 0;
  }

  /** The account with this e-mail address (in small letters), if the password is one of its own. */
  async ownerOf(email: string, passwordHash: string): Promise<User | undefined> {
    const found = await this.client.appPassword.findFirst({
      where: { passwordHash, user: { email } },
      include: { user: true },
    });
    if (!found) return undefined;
    const before = new Date(Date.now() - NOTE_USE_EVERY_MS);
    if (!found.lastUsedAt || found.lastUsedAt < before)
      await this.client.appPassword.updateMany({ where: { id: found.id }, data: { lastUsedAt: new Date() } });
    return found.user;
  }
}

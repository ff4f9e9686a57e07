import type { Client } from '../client.js';
import type { User } from '../generated/client.js';
import { newId } from '../ids.js';

export interface NewAccount {
  email: string;
  name: string;
  role: 'admin' | 'reader';
  passwordHash: string;
}

/** Accounts. */
export class UsersRepository {
  constructor(private readonly client: Client) {}

  find(id: string): Promise<User | null> {
    return this.client.user.findUnique({ where: { id } });
  }

  findByEmail(email: string): Promise<User | null> {
    return this.client.user.findUnique({ where: { email } });
  }

  list(): Promise<User[]> {
    return this.client.user.findMany({ orderBy: { createdAt: 'asc' } });
  }

  count(): Promise<number> {
    return this.client.user.count();
  }

  /** Throws a unique violation when the e-mail address is taken. */
  create(account: NewAccount): Promise<User> {
    return this.client.user.create({ data: { id: newId(), ...account } });
  }

  /** The first account of all, or undefined when somebody was quicker. */
  async createFirst(account: NewAccount): Promise<User | undefined> {
    const id = newId();
    await this.client.$executeRaw`lock table user_account in exclusive mode`;
    if ((await this.count()) > 0) return undefined;
    return this.client.user.create({ data: { id, ...account } });
  }

  update(id: string, changes: Partial<Omit<NewAccount, 'email'>>): Promise<User> {
    return this.client.user.update({ where: { id }, data: changes });
  }

  async remove(id: string): Promise<void> {
    await this.client.user.deleteMany({ where: { id } });
  }
}

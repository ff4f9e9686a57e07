import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { Setup } from '@octavo/contracts';
import { Database, type User } from '@octavo/database';
import { DomainError } from '@octavo/domain';
import { CONFIG, type Config } from '@octavo/platform';
import { timingSafeEqual } from 'node:crypto';
import { hashPassword } from './passwords.js';
import { digestOf, newSecret } from './secrets.js';

const SETTING = 'setup.token';

/** The first administrator: from the settings, or by a link that is printed at the start and works once. */
@Injectable()
export class FirstAccount implements OnApplicationBootstrap {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!(await this.isOpen())) return;
    const { ADMIN_EMAIL, ADMIN_PASSWORD, PUBLIC_URL } = this.config;
    if (ADMIN_EMAIL && ADMIN_PASSWORD) {
      await this.create({ email: ADMIN_EMAIL, name: '', password: ADMIN_PASSWORD });
      return;
    }
    const token = newSecret();
    await this.database.settings.put(SETTING, digestOf(token));
    process.stdout.write(`No account exists yet. Create the first one at ${PUBLIC_URL}/setup?token=${token}\n`);
  }

  async isOpen(): Promise<boolean> {
    return (await this.database.users.count()) === 0;
  }

  /** Makes the first account for whoever has the link. */
  async setUp({ token, email, name, password }: Required<Setup>): Promise<User> {
    if (!(await this.isOpen())) throw new DomainError('setup.closed');
    const kept = await this.database.settings.get(SETTING);
    if (typeof kept !== 'string' || !isSame(kept, digestOf(token))) throw new DomainError('setup.wrong-token');
    const user = await this.create({ email, name, password });
    if (!user) throw new DomainError('setup.closed');
    await this.database.settings.remove(SETTING);
    return user;
  }

  private async create(account: { email: string; name: string; password: string }): Promise<User | undefined> {
    const passwordHash = await hashPassword(account.password);
    return this.database.transaction(({ users }) =>
      users.createFirst({ email: account.email, name: account.name, role: 'admin', passwordHash }),
    );
  }
}

function isSame(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}

import { Injectable } from '@nestjs/common';
import type { SignIn as Credentials } from '@octavo/contracts';
import { Database, type User } from '@octavo/database';
import { DomainError } from '@octavo/domain';
import { FailedSignIns } from './failed-sign-ins.js';
import { isPassword } from './passwords.js';

/** Checks a password, slowly and not too often. */
@Injectable()
export class SignIn {
  constructor(
    private readonly database: Database,
    private readonly failures: FailedSignIns,
  ) {}

  /** The account, or 'session.wrong-password' (the same for an unknown one), or 'session.too-many-attempts'. */
  async check({ email, password }: Credentials, address: string): Promise<User> {
    const attempt = { door: 'dashboard', email, address } as const;
    await this.failures.assertFew(attempt);
    const user = await this.database.users.findByEmail(email);
    if (await isPassword(user?.passwordHash, password)) {
      await this.failures.forgive(attempt);
      return user!;
    }
    await this.failures.add(attempt);
    throw new DomainError('session.wrong-password');
  }
}

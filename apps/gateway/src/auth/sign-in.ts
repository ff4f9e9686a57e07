import { Injectable } from '@nestjs/common';
import type { SignIn as Credentials } from '@octavo/contracts';
import { Database, type User } from '@octavo/database';
import { DomainError } from '@octavo/domain';
import { isPassword } from './passwords.js';

const WINDOW_SECONDS = 15 * 60;

/** Failures within the window after which no password is looked at. One person mistypes; a machine tries on. */
const LIMITS = { account: 50, address: 30, accountFromAddress: 5 };

/** Checks a password, slowly and not too often. */
@Injectable()
export class SignIn {
  constructor(private readonly database: Database) {}

  /** The account, or 'session.wrong-password' (the same for an unknown one), or 'session.too-many-attempts'. */
  async check({ email, password }: Credentials, address: string): Promise<User> {
    const keys = {
      [`account:${email}`]: LIMITS.account,
      [`address:${address}`]: LIMITS.address,
      [`both:${address}:${email}`]: LIMITS.accountFromAddress,
    };
    for (const [key, limit] of Object.entries(keys)) await this.assertBelow(key, limit);
    const user = await this.database.users.findByEmail(email);
    if (await isPassword(user?.passwordHash, password)) {
      await this.database.signInFailures.clear(`both:${address}:${email}`);
      return user!;
    }
    for (const key of Object.keys(keys)) await this.database.signInFailures.add(key, WINDOW_SECONDS);
    throw new DomainError('session.wrong-password');
  }

  private async assertBelow(key: string, limit: number): Promise<void> {
    const { failures, secondsLeft } = await this.database.signInFailures.count(key, WINDOW_SECONDS);
    if (failures < limit) return;
    const detail = `Try again in ${Math.ceil(secondsLeft / 60)} minutes`;
    throw new DomainError('session.too-many-attempts', detail, { retryAfter: secondsLeft });
  }
}

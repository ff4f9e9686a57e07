import { Injectable } from '@nestjs/common';
import { Database, type User } from '@octavo/database';
import { DomainError } from '@octavo/domain';
import { appPasswordDigest } from './app-password.js';
import type { BasicCredentials } from './basic-credentials.js';
import { FailedSignIns } from './failed-sign-ins.js';

const MOST_EMAIL = 254;

/** Checks an app password. */
@Injectable()
export class AppSignIn {
  constructor(
    private readonly database: Database,
    private readonly failures: FailedSignIns,
  ) {}

  /**
   * The account, or 'session.wrong-password', or 'session.too-many-attempts'. The password of the account itself is a
   * wrong one here: what an app keeps opens nothing but books. The right one counts however many failed before: a device
   * whose password was taken away asks on and on, and is to shut out no other of the same home; and nobody guesses 100
   * random bits, fast or slowly.
   */
  async check({ user, password }: BasicCredentials, address: string): Promise<User> {
    const email = user.trim().toLowerCase().slice(0, MOST_EMAIL);
    const owner = await this.database.appPasswords.ownerOf(email, appPasswordDigest(password));
    if (owner) return owner;
    const attempt = { door: 'app', email, address } as const;
    await this.failures.assertFew(attempt);
    await this.failures.add(attempt);
    throw new DomainError('session.wrong-password', 'The e-mail address or the app password is wrong');
  }
}

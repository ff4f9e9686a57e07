import { Injectable } from '@nestjs/common';
import { Database } from '@octavo/database';
import { DomainError } from '@octavo/domain';

const WINDOW_SECONDS = 15 * 60;

/** Failures within the window after which it is too often. One person mistypes; a machine tries on. */
const LIMITS = { account: 50, address: 30, accountFromAddress: 5 };

/** Where somebody signs in: failures at one door close no other. */
export type Door = 'dashboard' | 'app';

/** Who tries to sign in: at which door, as whom (an e-mail address in small letters), and from which address. */
export interface Attempt {
  door: Door;
  email: string;
  address: string;
}

/** Counts failed sign-ins, for all gateways together. */
@Injectable()
export class FailedSignIns {
  constructor(private readonly database: Database) {}

  /** Throws 'session.too-many-attempts' where this account, this address, or the two together failed too often. */
  async assertFew(attempt: Attempt): Promise<void> {
    for (const [key, limit] of keysOf(attempt)) {
      const { failures, secondsLeft } = await this.database.signInFailures.count(key, WINDOW_SECONDS);
      if (failures < limit) continue;
      const detail = `Try again in ${Math.ceil(secondsLeft / 60)} minutes`;
      throw new DomainError('session.too-many-attempts', detail, { retryAfter: secondsLeft });
    }
  }

  async add(attempt: Attempt): Promise<void> {
    for (const [key] of keysOf(attempt)) await this.database.signInFailures.add(key, WINDOW_SECONDS);
  }

  /** It was the right one in the end: this account may fail from this address as often as before. */
  async forgive(attempt: Attempt): Promise<void> {
    await this.database.signInFailures.clear(bothKey(attempt));
  }
}

function keysOf(attempt: Attempt): [key: string, limit: number][] {
  const { email, address } = attempt;
  return [
    [`${prefixOf(attempt)}account:${email}`, LIMITS.account],
    [`${prefixOf(attempt)}address:${address}`, LIMITS.address],
    [bothKey(attempt), LIMITS.accountFromAddress],
  ];
}

function bothKey(attempt: Attempt): string {
  return `${prefixOf(attempt)}both:${attempt.address}:${attempt.email}`;
}

function prefixOf({ door }: Attempt): string {
  return door === 'dashboard' ? '' : `${door}:`;
}

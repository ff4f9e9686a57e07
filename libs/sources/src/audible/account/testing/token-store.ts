import { setImmediate } from 'node:timers/promises';
import type { AccessToken } from '../refresh.js';

/** Renews as the app does: with one store for all processes, asking only where the token is still the spent one. */
export class TokenStore {
  held: Partial<AccessToken>;
  /** How often it was asked to renew, and how often it did. */
  asked = 0;
  renewals = 0;
  /** Thrown instead of renewing. */
  failure: Error | undefined;

  constructor(
    private readonly clock: () => number,
    private readonly onNew: (token: string) => void = () => undefined,
    held: Partial<AccessToken> = {},
  ) {
    this.held = held;
  }

  readonly renew = async (spent: string | undefined): Promise<Partial<AccessToken>> => {
    this.asked += 1;
    await setImmediate();
    if (this.held.accessToken !== undefined && this.held.accessToken !== spent) return this.held;
    this.renewals += 1;
    if (this.failure) throw this.failure;
    const accessToken = `Atna|${this.renewals}`;
    this.held = { accessToken, expiresAt: new Date(this.clock() + 3_600_000).toISOString() };
    this.onNew(accessToken);
    return this.held;
  };
}

import { AudibleError } from '../audible-error.js';
import type { AccessToken } from './refresh.js';

/**
 * Gives an access token other than the spent one: one that another process had meanwhile, or a new one, which is kept
 * before it is given. Throws AudibleError 'reauth_required' where none is to be had any more.
 */
export type Renew = (spent: string | undefined) => Promise<Partial<AccessToken>>;

/** A token is renewed this long before its end: requests take their time. */
const BEFORE_END_MS = 60_000;

/** The access token of one account, renewed when it is due. However many ask at once, one renewal is under way. */
export class AccessTokens {
  private renewal: Promise<string> | undefined;

  constructor(
    private held: Partial<AccessToken>,
    private readonly renew: Renew,
    private readonly clock: () => number,
  ) {}

  /** One that is good as far as is known. Throws what `renew` throws. */
  async usable(): Promise<string> {
    const { accessToken } = this.held;
    if (this.renewal) return this.renewal;
    return accessToken === undefined || this.isDue() ? this.renewed() : accessToken;
  }

  /** Whether it is the one that is held, so that its refusal says something. */
  isHeld(token: string): boolean {
    return token === this.held.accessToken;
  }

  /** Another one than is held. Throws what `renew` throws. */
  renewed(): Promise<string> {
    this.renewal ??= this.fetch().finally(() => {
      this.renewal = undefined;
    });
    return this.renewal;
  }

  private async fetch(): Promise<string> {
    const held = await this.renew(this.held.accessToken);
    if (held.accessToken === undefined) throw new AudibleError('reauth_required');
    this.held = held;
    return held.accessToken;
  }

  /** A token whose end is not known counts as spent. */
  private isDue(): boolean {
    const end = Date.parse(this.held.expiresAt ?? '');
    return Number.isNaN(end) || this.clock() >= end - BEFORE_END_MS;
  }
}

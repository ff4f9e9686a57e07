import { Injectable } from '@nestjs/common';
import type { AudibleSignIn, NewAudibleSignIn } from '@octavo/contracts';
import { Database, newId } from '@octavo/database';
import { DomainError } from '@octavo/domain';
import { SecretBox } from '@octavo/platform';
import { AudibleNetwork, AudibleTokens } from '@octavo/remote';
import { type AudibleCredentials, beginSignIn, readLanding, registerDevice, type SignInSecrets } from '@octavo/sources';
import { randomBytes } from 'node:crypto';
import { marketplaceNamed } from './marketplace-named.js';

const GOOD_FOR_MS = 15 * 60_000;

/** Signing in at Amazon in a browser of one's own: its beginning and its end. */
@Injectable()
export class SignIns {
  constructor(
    private readonly database: Database,
    private readonly network: AudibleNetwork,
    private readonly tokens: AudibleTokens,
    private readonly secrets: SecretBox,
  ) {}

  async begin(userId: string, { marketplace, withUsername, accountId }: NewAudibleSignIn): Promise<AudibleSignIn> {
    const { url, secrets } = beginSignIn({
      ...{ marketplace: marketplaceNamed(marketplace), withUsername, hosts: this.tokens.hosts, random: randomBytes },
    });
    const loginId = newId();
    const expiresAt = new Date(Date.now() + GOOD_FOR_MS);
    const secret = this.secrets.seal(JSON.stringify(secrets), aboutSignIn(loginId, userId));
    const row = { id: loginId, userId, accountId: accountId ?? null, secret, expiresAt };
    await this.database.audibleAccounts.beginSignIn(row);
    return { loginId, url, expiresAt: expiresAt.toISOString() };
  }

  /**
   * Registers a device with what the browser ended at. A pasted address that is not the end can be pasted anew; one that
   * is good is used up.
   */
  async finish(
    userId: string,
    loginId: string,
    redirectUrl: string,
  ): Promise<{ credentials: AudibleCredentials; accountId: string | null }> {
    const signIn = await this.database.audibleAccounts.signIn(loginId, userId);
    if (!signIn) throw new DomainError('audible.sign-in-not-found');
    const secrets = JSON.parse(this.secrets.open(signIn.secret, aboutSignIn(loginId, userId))) as SignInSecrets;
    const { code } = readLanding(redirectUrl, secrets);
    if (!(await this.database.audibleAccounts.useSignIn(loginId))) throw new DomainError('audible.sign-in-not-found');
    const credentials = await registerDevice((order) => this.network.ask(order), {
      ...{ secrets, code, deviceName: 'Octavo', hosts: this.tokens.hosts, now: Date.now() },
    });
    return { credentials, accountId: signIn.accountId };
  }
}

const aboutSignIn = (id: string, userId: string) => `audible sign-in:${userId}:${id}`;

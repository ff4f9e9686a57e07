import { Inject, Injectable } from '@nestjs/common';
import { aboutAccess, aboutAccount, type AudibleAccount, ContentLocks, Database } from '@octavo/database';
import { CONFIG, type Config, SecretBox } from '@octavo/platform';
import {
  type AccessToken,
  type AudibleCredentials,
  AudibleError,
  type AudibleHosts,
  readCredentials,
  type RefreshedToken,
  refreshToken,
  writeCredentials,
} from '@octavo/sources';
import { AudibleNetwork } from './audible-network.js';
import { audibleHosts } from './audible-reach.js';

const PATIENCE_MS = 60_000;
/** A token that ends so soon is as good as spent. */
const BEFORE_END_MS = 60_000;

/** Renews the access tokens of accounts: one renewal at a time, over all processes, kept before it is used. */
@Injectable()
export class AudibleTokens {
  readonly hosts: AudibleHosts;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly network: AudibleNetwork,
    private readonly secrets: SecretBox,
    private readonly database: Database,
    private readonly locks: ContentLocks,
  ) {
    this.hosts = audibleHosts(config);
  }

  /** Another token than the spent one: what another process had meanwhile, or a new one. Throws AudibleError. */
  renew({ id }: Pick<AudibleAccount, 'id'>, spent: string | undefined): Promise<AccessToken> {
    const patience = AbortSignal.timeout(PATIENCE_MS);
    return this.locks.hold(`audible-${id}`, patience, async () => {
      const account = await this.database.audibleAccounts.find(id);
      if (!account) throw new AudibleError('reauth_required');
      const held = this.heldBy(account);
      if (held && held.accessToken !== spent && Date.parse(held.expiresAt) > Date.now() + BEFORE_END_MS) return held;
      const credentials = readCredentials(this.secrets.open(account.secret, aboutAccount(account)));
      const renewed = await this.refreshed(credentials);
      await this.keep(account, credentials, renewed);
      return renewed;
    });
  }

  /** A new token of credentials, kept by nobody. Throws AudibleError. */
  async refreshed({ country, withUsername, bearer }: AudibleCredentials): Promise<RefreshedToken> {
    if (!bearer) throw new AudibleError('reauth_required');
    return refreshToken((order) => this.network.ask(order), {
      ...{ country, withUsername, refreshToken: bearer.refreshToken, hosts: this.hosts, now: Date.now() },
    });
  }

  private heldBy(account: AudibleAccount): AccessToken | undefined {
    const { access, accessUntil } = account;
    if (access === null || accessUntil === null) return undefined;
    return { accessToken: this.secrets.open(access, aboutAccess(account)), expiresAt: accessUntil.toISOString() };
  }

  private async keep(account: AudibleAccount, credentials: AudibleCredentials, renewed: RefreshedToken) {
    const { accessToken, expiresAt, refreshToken: another } = renewed;
    const secret =
      another === undefined
        ? {}
        : {
            secret: this.secrets.seal(
              writeCredentials({ ...credentials, bearer: { refreshToken: another } }),
              aboutAccount(account),
            ),
          };
    const access = this.secrets.seal(accessToken, aboutAccess(account));
    await this.database.audibleAccounts.keepAccess(account.id, { access, accessUntil: new Date(expiresAt), ...secret });
  }
}

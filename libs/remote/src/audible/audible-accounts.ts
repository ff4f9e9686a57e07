import { Injectable } from '@nestjs/common';
import { aboutAccess, aboutAccount, type AudibleAccount } from '@octavo/database';
import { DomainError } from '@octavo/domain';
import { SecretBox } from '@octavo/platform';
import {
  AccountAuthority,
  AudibleClient,
  type AudibleCredentials,
  type AudibleNotice,
  marketplaceOf,
  readCredentials,
  REAL_TIME,
  waysOf,
  writeCredentials,
} from '@octavo/sources';
import { AudibleNetwork } from './audible-network.js';
import { AudibleTokens } from './audible-tokens.js';

type Whose = Pick<AudibleAccount, 'id' | 'userId'>;
type Kept = Whose & Pick<AudibleAccount, 'secret' | 'access' | 'accessUntil' | 'mode'>;

/** Credentials as they are kept. */
export type SealedAccount = Pick<AudibleAccount, 'country' | 'ways' | 'secret' | 'access' | 'accessUntil'>;

/** Speaks to Audible for the accounts of users. Only here and where tokens are renewed is a credential ever decrypted. */
@Injectable()
export class AudibleAccounts {
  constructor(
    private readonly network: AudibleNetwork,
    private readonly tokens: AudibleTokens,
    private readonly secrets: SecretBox,
  ) {}

  /** A client of an account at one marketplace. Throws 'secret.cannot-open'. */
  clientOf(account: Kept, country: string, notice?: (event: AudibleNotice) => void): AudibleClient {
    return this.clientFor(this.credentialsOf(account), {
      ...{ country, mode: modeOf(account.mode), renew: (spent) => this.tokens.renew(account, spent) },
      ...(notice && { notice }),
    });
  }

  /** A client of credentials nobody has kept yet: a token that is renewed is kept in `credentials`. */
  clientOfNew(credentials: AudibleCredentials, country: string): AudibleClient {
    const renew = async () => {
      const renewed = await this.tokens.refreshed(credentials);
      credentials.bearer = { ...credentials.bearer!, ...renewed };
      return renewed;
    };
    return this.clientFor(credentials, { country, mode: 'auto', renew });
  }

  /** Throws 'secret.cannot-open'. */
  credentialsOf(account: Kept): AudibleCredentials {
    const credentials = readCredentials(this.secrets.open(account.secret, aboutAccount(account)));
    const { access, accessUntil } = account;
    if (!credentials.bearer || access === null || accessUntil === null) return credentials;
    const accessToken = this.secrets.open(access, aboutAccess(account));
    return { ...credentials, bearer: { ...credentials.bearer, accessToken, expiresAt: accessUntil.toISOString() } };
  }

  /** As they are kept: only for this account of this user. */
  seal(credentials: AudibleCredentials, whose: Whose): SealedAccount {
    const { bearer, country } = credentials;
    const { refreshToken, accessToken, expiresAt } = bearer ?? {};
    const lasting = { ...credentials, ...(refreshToken !== undefined && { bearer: { refreshToken } }) };
    const isHeld = accessToken !== undefined && expiresAt !== undefined;
    return {
      ...{ country, ways: waysOf(credentials) },
      secret: this.secrets.seal(writeCredentials(lasting), aboutAccount(whose)),
      access: isHeld ? this.secrets.seal(accessToken, aboutAccess(whose)) : null,
      accessUntil: isHeld ? new Date(expiresAt) : null,
    };
  }

  private clientFor(
    credentials: AudibleCredentials,
    how: {
      country: string;
      mode: 'auto' | 'signing' | 'token';
      renew: ConstructorParameters<typeof AccountAuthority>[0]['renew'];
      notice?: (event: AudibleNotice) => void;
    },
  ): AudibleClient {
    const { country, mode, renew, notice } = how;
    const marketplace = marketplaceOf(country);
    if (!marketplace) throw new DomainError('request.invalid', `There is no marketplace "${country}"`);
    const authority = new AccountAuthority({ credentials, mode, clock: () => REAL_TIME.now(), renew });
    return new AudibleClient((order) => this.network.ask(order), {
      ...{ origin: this.tokens.hosts.api(marketplace), authority, timing: REAL_TIME },
      ...(notice && { notice }),
    });
  }
}

const modeOf = (mode: string) => (mode === 'signing' || mode === 'token' ? mode : 'auto');

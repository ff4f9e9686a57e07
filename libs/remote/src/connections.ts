import { Injectable } from '@nestjs/common';
import { aboutConnection, type WebdavConnection } from '@octavo/database';
import { Outbound } from '@octavo/outbound';
import { SecretBox, VERSION } from '@octavo/platform';
import { type BaseUrl, type Credentials, DavClient, toBaseUrl } from '@octavo/sources';
import { factsOf } from './facts.js';

type Kept = Pick<WebdavConnection, 'libraryId' | 'userId' | 'baseUrl' | 'username' | 'scheme' | 'secret' | 'facts'>;

/** Speaks to the servers of users' connections. Only here is a password ever decrypted. */
@Injectable()
export class Connections {
  constructor(
    private readonly outbound: Outbound,
    private readonly secrets: SecretBox,
  ) {}

  /** A client of a connection as it is kept. Throws 'secret.cannot-open'. */
  clientOf(connection: Kept): DavClient {
    const { serverPath, ownCloud } = factsOf(connection);
    const client = this.clientFor(toBaseUrl(connection.baseUrl), this.credentialsOf(connection));
    return client.learning({ serverPath, ownCloud });
  }

  /** A client of an address as somebody gives it. */
  clientFor(base: BaseUrl, credentials: Credentials): DavClient {
    return new DavClient(
      { base, credentials },
      { agent: `Octavo/${VERSION} (+webdav-sync)`, carry: (order) => this.outbound.stream(order) },
    );
  }

  /** Throws 'secret.cannot-open'. */
  credentialsOf({ scheme, username, secret, ...whose }: Kept): Credentials {
    if (scheme !== 'basic' && scheme !== 'digest') return { scheme: 'none' };
    return { scheme, username, password: secret === null ? '' : this.secrets.open(secret, aboutConnection(whose)) };
  }

  /** The password as it is kept: only for this connection of this user. */
  seal(password: string, whose: Pick<Kept, 'libraryId' | 'userId'>): string {
    return this.secrets.seal(password, aboutConnection(whose));
  }
}

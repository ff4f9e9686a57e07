import { Endpoint } from './endpoint.js';
import { holds, Lacking } from './expectation.js';
import type { Hands } from './hands.js';
import { jsonOf } from './http-call.js';
import { entitlementOf, field, idOf, kindOf, metadataOf, text } from './sync-items.js';

export interface KitOptions {
  /** What stands as api_endpoint in a device's configuration: no slash at the end. */
  base: string;
  hands?: Hands;
  /** Leave to change reading states and collections of this account. */
  write?: boolean;
}

/** A book as the first whole sync told of it. */
export interface SyncedBook {
  id: string;
  entitlement: unknown;
  metadata: unknown;
  item: unknown;
}

/** What checks work with: the server, its hands, and what was found out already. */
export class Kit {
  readonly base: string;
  /** Scheme, host and port of the same: the public address of the server. */
  readonly origin: string;
  readonly hands: Hands;
  readonly write: boolean;
  readonly device: Endpoint;
  private readonly found = new Map<string, Promise<unknown>>();
  private readonly secrets = new Set<string>();
  private lastStamp = 0;

  constructor({ base, hands = {}, write = false }: KitOptions) {
    this.base = base.replace(/\/+$/, '');
    this.origin = new URL(this.base).origin;
    this.hands = hands;
    this.write = write;
    this.device = this.at(this.base);
  }

  /** Another device; its address is a secret from now on. */
  at(base: string): Endpoint {
    const segments = new URL(base).pathname.split('/').filter(Boolean);
    // a short one could be part of any word, so it is hidden only where it stands in an address
    for (const segment of segments) if (segment.length > 7) this.secrets.add(segment);
    this.secrets.add(`/${segments.at(-1) ?? ''}/v1`);
    return new Endpoint(base);
  }

  /** Whether an address is below the server's public one. */
  owns(address: unknown): boolean {
    return typeof address === 'string' && `${address}/`.startsWith(`${this.origin}/`);
  }

  /** Text without any device's token. */
  redacted(words: string): string {
    return [...this.secrets].reduce(
      (left, secret) => left.replaceAll(secret, secret.endsWith('/v1') ? '/<token>/v1' : '<token>'),
      words,
    );
  }

  /** What `make` gives, made once for all checks. */
  once<Made>(name: string, make: () => Promise<Made>): Promise<Made> {
    const made = this.found.get(name) ?? make();
    this.found.set(name, made);
    return made as Promise<Made>;
  }

  /** The map of initialization. */
  resources(): Promise<Record<string, unknown>> {
    return this.once('resources', async () => {
      const map = field(await this.device.json('/v1/initialization'), 'Resources');
      holds(typeof map === 'object' && map !== null, 'initialization to have Resources', map);
      return map as Record<string, unknown>;
    });
  }

  /** Every book of the account by its id, as a first sync tells of it. */
  library(): Promise<Map<string, SyncedBook>> {
    return this.once('library', async () => {
      const device = this.at(this.base);
      const items = await device.sync();
      return new Map(
        items
          .filter((item) => kindOf(item) === 'NewEntitlement')
          .map((item) => [
            idOf(item),
            { id: idOf(item), entitlement: entitlementOf(item), metadata: metadataOf(item), item },
          ]),
      );
    });
  }

  /** Shows once that this device brings its token back: servers watch for devices that never do, and treat them otherwise. */
  async showToken(): Promise<void> {
    const { token } = await this.device.page();
    if (token !== undefined) await this.device.page(token);
  }

  /** Some book of the account; Lacking where it has none. */
  async someBook(): Promise<SyncedBook> {
    const [book] = (await this.library()).values();
    if (!book) throw new Lacking('a book to sync');
    return book;
  }

  /** The bearer a device gets at its sign-in. */
  bearer(base = this.base): Promise<string> {
    return this.once(`bearer ${base}`, async () => {
      const answer = await this.at(base).call('POST', '/v1/auth/device', { body: {} });
      const token = text(jsonOf(answer, 'POST v1/auth/device'), 'AccessToken');
      this.secrets.add(token);
      return token;
    });
  }

  /** Now, in the precision of a device, and later than any time given before. */
  stamp(): string {
    this.lastStamp = Math.max(this.lastStamp + 1_000, Math.floor(Date.now() / 1_000) * 1_000);
    return new Date(this.lastStamp).toISOString().replace('.000Z', 'Z');
  }
}

import { Injectable } from '@nestjs/common';
import { aboutStoreToken, Database } from '@octavo/database';
import { DomainError } from '@octavo/domain';
import { headersToStore, isStoreToken, storePage, SYNC_TOKEN_HEADER } from '@octavo/kobo';
import { SecretBox } from '@octavo/platform';
import type { IncomingHttpHeaders } from 'node:http';
import { PinoLogger } from 'nestjs-pino';
import type { KoboCaller } from '../device.guard.js';
import { StoreClient } from './store-client.js';

const PATH = '/v1/library/sync';

/** What the store adds to one answer of a sync. */
export interface StoreItems {
  items: unknown[];
  /** True when the store has more: the device has to ask again with the new cursor. */
  more: boolean;
  /** Under which the store's own token is kept from now on; undefined while it has given none. */
  cursor: bigint | undefined;
  /** What else the store says to a sync, beside `x-kobo-sync`. */
  headers: Record<string, string>;
}

/** The store's half of a sync. Its token is too large for our answers and another's secret: it stays here, encrypted. */
@Injectable()
export class StorePages {
  constructor(
    private readonly database: Database,
    private readonly client: StoreClient,
    private readonly secrets: SecretBox,
    private readonly logger: PinoLogger,
  ) {}

  /**
   * One request to the store's sync, from where `cursor` stands. `rawQuery` is the device's, byte for byte, with or
   * without its question mark. Asked twice with one cursor it gives the same twice, as far as the store does. Undefined
   * when the store failed or its time was over; then the cursor stays what it was.
   */
  async next(
    caller: KoboCaller,
    request: { headers: IncomingHttpHeaders; rawQuery: string },
    cursor: bigint | undefined,
  ): Promise<StoreItems | undefined> {
    try {
      return await this.page(caller.device.id, request, cursor);
    } catch (error) {
      const { id: deviceId } = caller.device;
      if (error instanceof DomainError) {
        this.logger.warn({ deviceId, reason: error.detail }, "a sync goes on without the Kobo store's part");
      } else {
        this.logger.error({ deviceId, err: error }, "a sync goes on without the Kobo store's part");
      }
      return undefined;
    }
  }

  /** Keeps a store token that came from elsewhere, such as out of another server's token, and gives its cursor. */
  async adopt(deviceId: string, token: string): Promise<bigint> {
    if (!isStoreToken(token)) throw new DomainError('request.invalid', 'This is no sync token of the store');
    return this.keep(deviceId, token);
  }

  private async page(
    deviceId: string,
    { headers, rawQuery }: { headers: IncomingHttpHeaders; rawQuery: string },
    cursor: bigint | undefined,
  ): Promise<StoreItems> {
    const asked = cursor === undefined ? undefined : await this.tokenAt(deviceId, cursor);
    const reply = await this.client.ask({
      method: 'GET',
      target: PATH + rawQuery.replace(/^\??(?=.)/s, '?'),
      headers: { ...headersToStore(headers), ...(asked !== undefined && { [SYNC_TOKEN_HEADER]: asked }) },
    });
    const page = storePage(reply, asked);
    if (!page) throw new DomainError('store.unavailable', `its answer (${reply.status}) is no page of a sync`);
    const { items, more, token, headers: said } = page;
    return {
      items,
      more,
      cursor: token === undefined ? cursor : await this.keep(deviceId, token, cursor),
      headers: said,
    };
  }

  /** Undefined for a cursor of another device, a forgotten one, or one whose key is lost: the store begins anew. */
  private async tokenAt(deviceId: string, cursor: bigint): Promise<string | undefined> {
    const sealed = await this.database.storeCursors.find(deviceId, cursor);
    return sealed === undefined ? undefined : this.opened(deviceId, sealed);
  }

  /** A token that is kept already keeps its cursor, so that a repeated request has the same answer. */
  private async keep(deviceId: string, token: string, inUse?: bigint): Promise<bigint> {
    const kept = await this.database.storeCursors.ofDevice(deviceId);
    const known = kept.find((cursor) => this.opened(deviceId, cursor.token) === token);
    return (
      known?.id ?? this.database.storeCursors.add(deviceId, this.secrets.seal(token, aboutStoreToken(deviceId)), inUse)
    );
  }

  private opened(deviceId: string, sealed: string): string | undefined {
    try {
      return this.secrets.open(sealed, aboutStoreToken(deviceId));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      this.logger.warn({ deviceId, reason: error.detail }, "a device's store token cannot be read");
      return undefined;
    }
  }
}

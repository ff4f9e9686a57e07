import { Injectable } from '@nestjs/common';
import { Announcements, Database, type LineState } from '@octavo/database';
import { answering, type Asked, hear, provenTo, type SyncPosition } from '@octavo/domain';
import { decodeSyncToken, encodeSyncToken, type DecodedSyncToken } from '@octavo/kobo';
import type { KoboCaller } from '../device.guard.js';
import { StorePages } from '../store/store-pages.js';
import { SyncPages } from './sync-pages.js';

/** A device's request, as far as a sync needs it. */
export interface SyncRequest {
  headers: Record<string, string | string[] | undefined>;
  /** As it stood in the address, without the question mark. */
  rawQuery: string;
  /** The sync token's header. */
  token: string | undefined;
}

/** What a device is told in one answer. */
export interface SyncAnswer {
  items: unknown[];
  token: string;
  more: boolean;
  /** The store's own remarks, where it was asked. */
  headers: Record<string, string>;
  /** To be called once the answer went out to its last byte. */
  wentOut(): Promise<void>;
}

/**
 * One answer of a sync. The token is the cursor: whatever a device comes back with says what it knows. Our own books
 * come first, and the store is asked only when they are all told.
 */
@Injectable()
export class SyncLibrary {
  constructor(
    private readonly database: Database,
    private readonly pages: SyncPages,
    private readonly storePages: StorePages,
    private readonly announcements: Announcements,
  ) {}

  async answer(caller: KoboCaller, request: SyncRequest): Promise<SyncAnswer> {
    const device = caller.device.id;
    const { syncLines } = this.database;
    const line = (await syncLines.state(device))!;
    const token = decodeSyncToken(request.token, device);
    const asked = askedWith(token, request.token, line);
    const { position, origin, habits: learnt } = hear(asked, line.habits);
    const proven = provenTo(origin ?? position);
    if (proven > line.acknowledged) await syncLines.acknowledge(device, line.line, proven);

    const own = await this.pages.after(caller, line, { from: position, assumed: origin !== undefined });
    const cursor = await this.storeCursor(caller, token);
    const store = own.more ? undefined : await this.askStore(caller, request, cursor);
    const more = own.more || (store?.more ?? false);

    const habits = answering(learnt, asked.header, more);
    const told = own.items.length > 0;
    await syncLines.answering(device, { line: line.line, reached: own.reached, told, habits });
    const storeCursor = store?.cursor ?? cursor;
    return {
      items: [...own.items, ...(store?.items ?? [])],
      token: encodeSyncToken(device, {
        line: line.line,
        position: own.position,
        ...(origin && { origin }),
        ...(storeCursor === undefined ? {} : { storeCursor }),
      }),
      more,
      headers: store?.headers ?? {},
      wentOut: () =>
        this.wentOut(device, asked.header, { position: own.position, more, matters: more || !habits.carriesTokens }),
    };
  }

  private async wentOut(
    device: string,
    header: string,
    { matters, ...answered }: { position: SyncPosition; more: boolean; matters: boolean },
  ): Promise<void> {
    this.announcements.announce('device', device);
    if (matters) await this.database.syncLines.wentOut(device, header, answered);
  }

  /** Where the store's half stands; what another server had kept of it is taken over. */
  private async storeCursor({ device }: KoboCaller, token: DecodedSyncToken): Promise<bigint | undefined> {
    if (!device.storeProxy) return undefined;
    if (token.kind === 'ours') return token.storeCursor;
    return token.kind === 'foreign' && token.storeToken
      ? this.storePages.adopt(device.id, token.storeToken)
      : undefined;
  }

  private async askStore(caller: KoboCaller, { headers, rawQuery }: SyncRequest, cursor: bigint | undefined) {
    return caller.device.storeProxy ? this.storePages.next(caller, { headers, rawQuery }, cursor) : undefined;
  }
}

/** Where a request says the device stands. A token that is not of the device's present line says nothing. */
export function askedWith(token: DecodedSyncToken, header: string | undefined, line: LineState): Asked {
  if (token.kind === 'none') return { header: '' };
  if (token.kind === 'foreign' || token.line !== line.line) return { header: 'foreign' };
  const { position, origin } = token;
  // Beyond the end of the line, as after a backup was put back: it says nothing of what is there now.
  const beyond = [position, ...(origin ? [origin] : [])].some((place) => furthest(place) > line.version);
  return beyond ? { header: 'foreign' } : { header: header!.trim(), position, ...(origin && { origin }) };
}

function furthest(position: SyncPosition): number {
  if (position.phase === 'books') return Math.max(position.at, position.removals);
  return position.phase === 'shelves' ? Math.max(position.at, position.books) : position.at;
}

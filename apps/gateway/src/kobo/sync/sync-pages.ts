import { Inject, Injectable } from '@nestjs/common';
import { Database, type LineState } from '@octavo/database';
import { isSettled, type Page, pageAfter, type PageLimits, type Piece, type SyncPosition } from '@octavo/domain';
import type { SyncItem } from '@octavo/kobo';
import { CONFIG, type Config } from '@octavo/platform';
import type { KoboCaller } from '../device.guard.js';
import { DeviceItems } from './device-items.js';

/** Devices take any number of items; their patience of 30 s and the proxies between are what limits a page. */
const MOST_BYTES = 1_500_000;
const MOST_MS = 8_000;

/** Where a page begins, and whether that is only assumed. */
interface Start {
  from: SyncPosition;
  assumed: boolean;
}

/**
 * The page that follows a position, made anew whenever it is asked for: nothing is noted as delivered because it was put
 * into a page.
 */
@Injectable()
export class SyncPages {
  private readonly limits: PageLimits;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly database: Database,
    private readonly items: DeviceItems,
  ) {
    this.limits = { items: config.KOBO_PAGE_SIZE, bytes: MOST_BYTES, ms: MOST_MS };
  }

  async after(caller: KoboCaller, line: LineState, { from, assumed }: Start): Promise<Page<SyncItem>> {
    if (isSettled(from) && from.since === line.version)
      return { items: [], position: from, more: false, reached: undefined };
    const next = (position: SyncPosition, room: number) => this.next(caller, position, { room, offered: line.offered });
    const page = await pageAfter(from, next, { limits: this.limits, assumed });
    return { ...page, items: inOrder(page.items) };
  }

  private async next(
    caller: KoboCaller,
    position: SyncPosition,
    { room, offered }: { room: number; offered: number },
  ): Promise<Piece<SyncItem>> {
    const device = caller.device.id;
    const { syncLines } = this.database;
    if (position.phase === 'shelves') {
      const { rows, ...rest } = await syncLines.shelves(device, position.at, room);
      return { entries: this.items.ofShelves(rows, { position, offered }), ...rest };
    }
    const removals = position.phase === 'removals';
    const { rows, ...rest } = await syncLines.books(device, { cursor: position.at, limit: room, removals });
    return { entries: await this.items.ofBooks(caller, rows, { position, offered }), ...rest };
  }
}

const BEFORE_SHELVES = ['ChangedEntitlement', 'NewEntitlement', 'ChangedProductMetadata', 'ChangedReadingState'];

/**
 * Removals make room, books come before what is said of them, and shelves after the books they hold: these in the order
 * in which they changed, since one may have the name that another had before.
 */
function inOrder(items: SyncItem[]): SyncItem[] {
  const rank = (item: SyncItem) => {
    const at = BEFORE_SHELVES.indexOf(Object.keys(item)[0]!);
    return at === -1 ? BEFORE_SHELVES.length : at;
  };
  return items.toSorted((a, b) => rank(a) - rank(b));
}

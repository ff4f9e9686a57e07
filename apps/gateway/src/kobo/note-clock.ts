import { Injectable } from '@nestjs/common';
import { Database, type Device } from '@octavo/database';
import { clockAhead, newestTimeIn } from '@octavo/kobo';

/** Times are told with every page that is turned; only a change that matters is written down. */
const SAME_WITHIN_SEC = 60;

/** Keeps what a device's own times say of its clock. */
@Injectable()
export class NoteClock {
  constructor(private readonly database: Database) {}

  /** `body` is that of a PUT of reading states, unread. */
  async note({ id, clockAheadSec: known }: Device, body: unknown): Promise<void> {
    const newest = newestTimeIn(body);
    if (!newest) return;
    const ahead = clockAhead(newest, new Date());
    const same = ahead === known || (ahead !== null && known !== null && Math.abs(ahead - known) < SAME_WITHIN_SEC);
    if (!same) await this.database.devices.toldTime(id, ahead);
  }
}

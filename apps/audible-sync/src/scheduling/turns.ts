import { Injectable } from '@nestjs/common';
import { Database } from '@octavo/database';
import { setTimeout as sleep } from 'node:timers/promises';

/** Somebody's turn at a store: nobody else looks at it meanwhile. */
export interface Turn {
  readonly id: string;
  /** Aborted when the turn was lost, or whoever asked for it is to stop. */
  readonly signal: AbortSignal;
  end(): Promise<void>;
}

const LOOK_EVERY_MS = 1_000;
const RENEW_EVERY_MS = 8_000;

/** Each store is looked at by one worker at a time; the turn of one that died runs out. */
@Injectable()
export class Turns {
  constructor(private readonly database: Database) {}

  /** Waits for a turn. Throws the signal's reason once aborted. */
  async take(storeId: string, signal: AbortSignal): Promise<Turn> {
    for (;;) {
      const id = await this.database.audibleStores.takeTurn(storeId);
      if (id !== undefined) return this.hold(storeId, id, signal);
      await sleep(LOOK_EVERY_MS, undefined, { signal }).catch(() => signal.throwIfAborted());
    }
  }

  private hold(storeId: string, id: string, asked: AbortSignal): Turn {
    const { audibleStores } = this.database;
    const lost = new AbortController();
    const renewing = setInterval(() => {
      audibleStores.renewTurn(storeId, id).then(
        (isOurs) => isOurs || lost.abort('turn lost'),
        () => undefined, // the next time is soon enough
      );
    }, RENEW_EVERY_MS);
    return {
      id,
      signal: AbortSignal.any([asked, lost.signal]),
      end: async () => {
        clearInterval(renewing);
        await audibleStores.endTurn(storeId, id).catch(() => undefined); // or it runs out by itself
      },
    };
  }
}

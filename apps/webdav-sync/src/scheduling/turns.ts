import { Inject, Injectable } from '@nestjs/common';
import { Database } from '@octavo/database';
import { CONFIG, type Config } from '@octavo/platform';
import { setTimeout as sleep } from 'node:timers/promises';

/** Somebody's turn at comparing a library: nobody else does meanwhile. */
export interface Turn {
  readonly id: string;
  /** Aborted when the turn was lost, or whoever asked for it is to stop. */
  readonly signal: AbortSignal;
  end(): Promise<void>;
}

const LOOK_EVERY_MS = 1_000;
const RENEW_EVERY_MS = 8_000;

/** Why work is broken off whose turn was lost: the connection was removed, or the database was away for too long. */
export const TURN_LOST = 'turn lost';

/** As many libraries are compared at once as the operator allows, over all workers; each by one of them. */
@Injectable()
export class Turns {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
  ) {}

  /** Waits for a turn. Throws the signal's reason once aborted. */
  async take(libraryId: string, signal: AbortSignal): Promise<Turn> {
    for (;;) {
      const atMost = this.config.WEBDAV_MAX_CONCURRENCY;
      const id = await this.database.transaction(({ connections }) => connections.takeTurn(libraryId, atMost));
      if (id !== undefined) return this.hold(libraryId, id, signal);
      await sleep(LOOK_EVERY_MS, undefined, { signal }).catch(() => signal.throwIfAborted());
    }
  }

  private hold(libraryId: string, id: string, asked: AbortSignal): Turn {
    const { connections } = this.database;
    const lost = new AbortController();
    const renewing = setInterval(() => {
      connections.renewTurn(libraryId, id).then(
        (isOurs) => isOurs || lost.abort(TURN_LOST),
        () => undefined, // the next time is soon enough
      );
    }, RENEW_EVERY_MS);
    return {
      id,
      signal: AbortSignal.any([asked, lost.signal]),
      end: async () => {
        clearInterval(renewing);
        await connections.endTurn(libraryId, id).catch(() => undefined); // or it runs out by itself
      },
    };
  }
}

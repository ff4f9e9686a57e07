import { Inject, Injectable } from '@nestjs/common';
import { Database, takeTurn, type Turn } from '@octavo/database';
import { CONFIG, type Config } from '@octavo/platform';

/** As many libraries are compared at once as the operator allows, over all workers; each by one of them. */
@Injectable()
export class Turns {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
  ) {}

  /** Waits for a turn. Throws the signal's reason once aborted. */
  take(libraryId: string, signal: AbortSignal): Promise<Turn> {
    const { connections } = this.database;
    const atMost = this.config.WEBDAV_MAX_CONCURRENCY;
    const keeper = {
      take: () => this.database.transaction((all) => all.connections.takeTurn(libraryId, atMost)),
      renew: (turn: string) => connections.renewTurn(libraryId, turn),
      end: (turn: string) => connections.endTurn(libraryId, turn),
    };
    return takeTurn(keeper, signal);
  }
}

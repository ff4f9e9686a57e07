import { Injectable } from '@nestjs/common';
import { Database, takeTurn, type Turn } from '@octavo/database';

/** Each store is looked at by one worker at a time; the turn of one that died runs out. */
@Injectable()
export class Turns {
  constructor(private readonly database: Database) {}

  /** Waits for a turn. Throws the signal's reason once aborted. */
  take(storeId: string, signal: AbortSignal): Promise<Turn> {
    const { audibleStores } = this.database;
    const keeper = {
      take: () => audibleStores.takeTurn(storeId),
      renew: (turn: string) => audibleStores.renewTurn(storeId, turn),
      end: (turn: string) => audibleStores.endTurn(storeId, turn),
    };
    return takeTurn(keeper, signal);
  }
}

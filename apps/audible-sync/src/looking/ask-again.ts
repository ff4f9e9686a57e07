import { Injectable } from '@nestjs/common';
import { Database } from '@octavo/database';
import { type AudibleClient, type RawRow, refetchHollow, RECOMMENDED_GROUPS } from '@octavo/sources';
import { KeepTitles } from '../keeping/keep-titles.js';
import type { Look } from '../keeping/look.js';
import type { Account } from '../keeping/tally.js';
import { stillOurs, type Walked } from './look-through.js';

/** Asks one by one for titles that came without their fields. */
@Injectable()
export class AskAgain {
  constructor(
    private readonly database: Database,
    private readonly titles: KeepTitles,
  ) {}

  /** Gives the account of the look with those that came whole this time. */
  async forHollow(
    look: Look,
    client: AudibleClient,
    { hollow, account }: Walked,
    signal: AbortSignal,
  ): Promise<Account> {
    let mended = 0;
    await refetchHollow(client, hollow, {
      groups: RECOMMENDED_GROUPS,
      signal,
      onItem: async (asin, found) => {
        if (found.kind !== 'item') return;
        const row: RawRow = { raw: found.raw, mark: asin, asin };
        const kept = await this.database.transaction(async (repositories) => {
          await stillOurs(repositories, look);
          return this.titles.keep(repositories, look, [row]);
        });
        if (kept.sorted.changed.length > 0) mended += 1;
      },
    });
    const { tally } = account;
    const requests = {
      requests: Math.max(tally.requests, client.calls),
      retries: Math.max(tally.retries, client.retries),
    };
    return { ...account, tally: { ...tally, ...requests, hollow: Math.max(0, tally.hollow - mended) } };
  }
}

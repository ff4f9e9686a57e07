import { Injectable } from '@nestjs/common';
import type { JobContext } from '@octavo/contracts';
import { Announcements, Database } from '@octavo/database';
import { type AudibleClient, type DeltaOutcome, runDelta } from '@octavo/sources';
import { KeepTitles } from '../keeping/keep-titles.js';
import type { Look } from '../keeping/look.js';
import { type Account, withTitles } from '../keeping/tally.js';
import { stillOurs } from './look-through.js';

/** A question for what changed. */
export interface Question {
  look: Look;
  client: AudibleClient;
  groups: string;
  stateToken: string;
  soFar: Account;
}

/** Asks what changed of a library since the last time, and keeps it; what goes by the server's word is marked at once. */
@Injectable()
export class AskForChanges {
  constructor(
    private readonly database: Database,
    private readonly titles: KeepTitles,
    private readonly announcements: Announcements,
  ) {}

  async ask(
    question: Question,
    { signal, progress }: JobContext,
  ): Promise<{ outcome: DeltaOutcome; account: Account }> {
    const { look, client, groups, stateToken } = question;
    let account = question.soFar;
    const outcome = await runDelta(client, {
      ...{ groups, stateToken, signal },
      onPage: async ({ rows, removedAsins }) => {
        account = await this.database.transaction(async (repositories) => {
          await stillOurs(repositories, look);
          const fresh = await repositories.audibleSyncs.see(
            look.syncId,
            rows.map(({ mark }) => mark),
          );
          const kept = await this.titles.keep(repositories, look, rows);
          const gone = await this.titles.revoke(repositories, look, removedAsins);
          const told = withTitles(account, { ...kept, revoked: kept.revoked + gone }, { rows: rows.length, fresh });
          const tally = { ...told.tally, requests: client.calls, retries: client.retries };
          await repositories.audibleSyncs.tell(look.syncId, {
            ...{ checkpoint: {}, total: null, tally, oddities: told.oddities },
          });
          return { ...told, tally };
        });
        progress(account.tally.distinct, null);
        this.announcements.announce('source', look.store.id);
        this.announcements.announceMuch('book');
      },
    });
    return { outcome, account };
  }
}

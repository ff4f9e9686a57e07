import { Injectable } from '@nestjs/common';
import { Announcements, Database, type Repositories } from '@octavo/database';
import { DomainError } from '@octavo/domain';
import {
  type AudibleClient,
  beginLadder,
  type LadderEnd,
  type LadderState,
  type LibraryPage,
  runLadder,
} from '@octavo/sources';
import type { JobContext } from '@octavo/contracts';
import { KeepTitles } from '../keeping/keep-titles.js';
import type { Look } from '../keeping/look.js';
import { type Account, withTitles } from '../keeping/tally.js';

/** A look at everything: where it is, and what it came to so far. */
export interface Walk {
  look: Look;
  client: AudibleClient;
  groups: string;
  /** Where a look that was broken off was; a new one begins at the beginning. */
  from: LadderState | undefined;
  soFar: Account;
}

export interface Walked {
  end: LadderEnd;
  /** Titles that came without their fields. */
  hollow: string[];
  account: Account;
}

/** How many rows are kept at a time, for whoever looks on. */
const CHUNK = 100;

/** Looks through a whole library, page by page; each page is kept together with where the look is then. */
@Injectable()
export class LookThrough {
  constructor(
    private readonly database: Database,
    private readonly titles: KeepTitles,
    private readonly announcements: Announcements,
  ) {}

  async walk({ look, client, groups, from, soFar }: Walk, context: JobContext): Promise<Walked> {
    let account = soFar;
    const before = { calls: account.tally.requests, retries: account.tally.retries };
    const { end, hollow } = await runLadder(client, from ?? beginLadder({ groups }), {
      signal: context.signal,
      onPage: async (page, after) => {
        const kept = await this.database.transaction(async (repositories) => {
          await stillOurs(repositories, look);
          const told = await this.keepPage(repositories, look, page, { account, context });
          const state = after({ fresh: told.fresh });
          const tally = {
            ...told.account.tally,
            ...{
              total: state.total ?? null,
              requests: before.calls + client.calls,
              retries: before.retries + client.retries,
            },
          };
          const progress = { checkpoint: state, total: tally.total, tally, oddities: told.account.oddities };
          await repositories.audibleSyncs.tell(look.syncId, progress as never);
          return { ...told, account: { ...told.account, tally } };
        });
        account = kept.account;
        this.announcements.announce('source', look.store.id);
        if (kept.books > 0) this.announcements.announceMuch('book');
        return { fresh: kept.fresh };
      },
    });
    return { end, hollow, account };
  }

  /** In chunks, so that whoever looks on sees it go on; kept as one. */
  private async keepPage(
    repositories: Repositories,
    look: Look,
    { rows, total }: LibraryPage,
    { account, context }: { account: Account; context: JobContext },
  ): Promise<{ account: Account; fresh: number; books: number }> {
    const fresh = await repositories.audibleSyncs.see(
      look.syncId,
      rows.map(({ mark }) => mark),
    );
    let [now, books] = [account, 0];
    for (let at = 0; at < rows.length; at += CHUNK) {
      const chunk = rows.slice(at, at + CHUNK);
      const kept = await this.titles.keep(repositories, look, chunk);
      const ofChunk = new Set(chunk.map(({ mark }) => mark).filter((mark) => fresh.delete(mark)));
      now = withTitles(now, kept, { rows: chunk.length, fresh: ofChunk });
      books += kept.books.length;
      const known = total ?? now.tally.total;
      context.progress(now.tally.distinct, known === null ? null : Math.max(known, now.tally.distinct));
    }
    return { account: now, fresh: now.tally.distinct - account.tally.distinct, books };
  }
}

/** Throws where the turn was lost: what is decided without it is not kept. */
export async function stillOurs({ audibleStores }: Repositories, { store, turn }: Look): Promise<void> {
  if (!(await audibleStores.isOurs(store.id, turn)))
    throw new DomainError('job.cancelled', 'Somebody else looks at it');
}

import { Injectable } from '@nestjs/common';
import { type ClaimedArrival, Database, type FolderLibrary } from '@octavo/database';
import { DomainError } from '@octavo/domain';
import { type BatchResult, type Outcome, WorkBatch } from '@octavo/intake';
import { LookAtFiles } from './look-at-files.js';
import { TakeGone } from './take-gone.js';

const BATCH = 64;

/** Takes paths off the list of arrivals, looks at them and keeps what was found. */
@Injectable()
export class Importer {
  constructor(
    private readonly database: Database,
    private readonly batches: WorkBatch,
    private readonly lookAtFiles: LookAtFiles,
    private readonly takeGone: TakeGone,
  ) {}

  /** Works on some of what is due in a library. */
  async batch(library: FolderLibrary, signal: AbortSignal): Promise<BatchResult> {
    return this.work(library, await this.database.arrivals.claim(library.id, BATCH), signal);
  }

  /** Works on one path, due or not: somebody waits for it. */
  async one(library: FolderLibrary, path: string, signal: AbortSignal): Promise<BatchResult> {
    const arrival = await this.database.arrivals.claimPath(library.id, path);
    return this.work(library, arrival ? [arrival] : [], signal);
  }

  private work(library: FolderLibrary, arrivals: ClaimedArrival[], signal: AbortSignal): Promise<BatchResult> {
    return this.batches.work({
      ...{ library, arrivals, signal },
      look: (claimed) => this.lookAtFiles.look({ library, arrivals: claimed, signal }),
      takeGone: (gone) => this.afterGoing(library, gone),
    });
  }

  /** Marks what is gone; while the whole folder is away, each of them is to be looked at again. */
  private async afterGoing(library: FolderLibrary, gone: Outcome[]): Promise<Outcome[]> {
    try {
      await this.takeGone.unlessTooMany(
        library,
        gone.map(({ arrival }) => arrival.path),
      );
      return gone;
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return gone.map(({ arrival }) => ({ kind: 'later', arrival, inMs: 10_000, seen: null, error }));
    }
  }
}

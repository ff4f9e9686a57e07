import { Injectable } from '@nestjs/common';
import {
  Announcements,
  Database,
  type ClaimedArrival,
  type Library,
  type Place,
  type SourceItem,
  type TakenToName,
} from '@octavo/database';
import { type FileLook, FollowUp, type Outcome, ReadFile, WorkBatch } from '@octavo/intake';
import { statOf } from '@octavo/remote';

/** How far taking in new files is. */
export interface Naming {
  scanId: string;
  progress: (done: number, total: number) => void;
  signal: AbortSignal;
}

/** One of those who name at the same time. */
interface Lane {
  next: () => Promise<ClaimedArrival[] | undefined>;
  tell: (named: number) => void;
  signal: AbortSignal;
}

const AT_ONCE = 250;
/** While the database keeps some, the names of others are taken apart. */
const LANES = 2;

/**
 * Takes new files into the library by what their names say, so that they are there at once; what is inside is read later.
 */
@Injectable()
export class NameItems {
  constructor(
    private readonly database: Database,
    private readonly batches: WorkBatch,
    private readonly readFile: ReadFile,
    private readonly followUp: FollowUp,
    private readonly announcements: Announcements,
  ) {}

  /** Until every file that is known, and no book yet, was taken up once. Whatever came of it, no scan waits for it then. */
  async ofScan(library: Library, { scanId, progress, signal }: Naming): Promise<void> {
    const total = await this.database.unnamedItems.count(library.id);
    if (total === 0) return;
    let done = 0;
    const tell = (some: number) => {
      progress((done += some), total);
      this.announcements.announce('source', library.id);
    };
    const lanes = new AbortController();
    const stop = AbortSignal.any([signal, lanes.signal]);
    const next = this.inTurns({ libraryId: library.id, scanId });
    const lane = () =>
      this.nameAll(library, { next, tell, signal: stop }).catch((error: unknown) => lanes.abort(error));
    await Promise.all(Array.from({ length: LANES }, lane));
    stop.throwIfAborted();
    await this.database.arrivals.release(scanId);
    await this.followUp.scanned();
  }

  /** Gives some files after others, whoever asks; undefined once there are no more. */
  private inTurns(whose: { libraryId: string; scanId: string }): () => Promise<ClaimedArrival[] | undefined> {
    let taking = Promise.resolve<TakenToName>({ arrivals: [], last: '' });
    return async () => {
      taking = taking.then(async ({ last }) => {
        if (last === undefined) return { arrivals: [], last };
        return this.database.unnamedItems.take({ ...whose, after: last, limit: AT_ONCE });
      });
      const { arrivals, last } = await taking;
      return last === undefined ? undefined : arrivals;
    };
  }

  private async nameAll(library: Library, { next, tell, signal }: Lane): Promise<void> {
    const look = (some: ClaimedArrival[]) => this.look(library, some);
    for (;;) {
      signal.throwIfAborted();
      const arrivals = await next();
      if (arrivals === undefined) return;
      await this.batches.work({ library, arrivals, look, signal });
      tell(arrivals.length);
    }
  }

  private async look(library: Library, arrivals: ClaimedArrival[]): Promise<Outcome[]> {
    const paths = arrivals.map(({ path }) => path);
    const items = new Map((await this.database.sourceItems.at(library.id, paths)).map((item) => [item.path, item]));
    const places = new Map((await this.database.places.at(library.id, paths)).map((place) => [place.path, place]));
    const outcomes = arrivals.map(async (arrival): Promise<Outcome> => {
      const item = items.get(arrival.path);
      if (!item || item.settling || item.missingSince !== null) return { kind: 'nothing', arrival };
      return this.named(library, { arrival, item, place: places.get(arrival.path) });
    });
    return Promise.all(outcomes);
  }

  private async named(
    library: Library,
    { arrival, item, place }: { arrival: ClaimedArrival; item: SourceItem; place: Place | undefined },
  ): Promise<Outcome> {
    // It has a book already, so there is nothing to be said of it before somebody looks into it.
    if (place) return { kind: 'later', arrival, inMs: 0, seen: null, leavesScan: true };
    const look: FileLook = {
      listed: { path: item.path, ...statOf(item) },
      content: { ownerId: library.ownerId, fingerprint: item.revision, size: item.size ?? 0n },
      reading: await this.readFile.readName(item.path),
      provisional: true,
    };
    return { kind: 'look', arrival, look, insideLater: true };
  }
}

import { Injectable } from '@nestjs/common';
import { type ClaimedArrival, Database, type Library, type Repositories, type SourceItem } from '@octavo/database';
import { DomainError, folderOf } from '@octavo/domain';
import { inParallel, type Outcome, ReadFile, ReadSidecars } from '@octavo/intake';
import { statOf } from '@octavo/remote';
import { DavError, type DavReason } from '@octavo/sources';

/** Files of one server that are looked into together. */
export interface Looking {
  library: Library;
  arrivals: ClaimedArrival[];
  signal: AbortSignal;
}

/** A file that is to be looked into. */
interface ToLookInto {
  arrival: ClaimedArrival;
  item: SourceItem;
  sidecars: boolean;
}

const AT_ONCE = 2;
const FAILED_AGAIN_MS = 30_000;
const SERVER_AWAY_MS = 5 * 60_000;
/** What speaks against the server, or against us, and not against one file: the others would fare no better. */
const OF_ALL: ReadonlySet<DavReason> = new Set<DavReason>([
  ...(['auth_failed', 'auth_scheme_unsupported', 'rate_limited', 'dns_failed', 'blocked_address'] as const),
  ...(['connect_failed', 'connect_timeout', 'tls_invalid', 'timeout'] as const),
]);

/**
 * Looks into files where they lie, a few parts of each, and reads what lies beside them. Nothing is written. Nothing is
 * thrown for a file that is bad: its outcome says so.
 */
@Injectable()
export class LookIntoItems {
  constructor(
    private readonly database: Database,
    private readonly readFile: ReadFile,
    private readonly sidecars: ReadSidecars,
  ) {}

  async look({ library, arrivals, signal }: Looking): Promise<Outcome[]> {
    const paths = arrivals.map(({ path }) => path);
    const items = new Map((await this.database.sourceItems.at(library.id, paths)).map((item) => [item.path, item]));
    const withSidecars = await this.sidecars.foldersWithSome(library, paths);
    let away: DavError | undefined;
    return inParallel(AT_ONCE, arrivals, async (arrival): Promise<Outcome> => {
      signal.throwIfAborted();
      const item = items.get(arrival.path);
      if (!item || item.settling || item.missingSince !== null) return { kind: 'nothing', arrival };
      if (away) return laterFor(arrival, away);
      const outcome = await this.one(library, { arrival, item, sidecars: withSidecars.has(folderOf(arrival.path)) });
      if (outcome instanceof DavError) away ??= outcome;
      return outcome instanceof DavError ? laterFor(arrival, outcome) : outcome;
    });
  }

  /** The outcome, or what is wrong with the server. */
  private async one(library: Library, what: ToLookInto): Promise<Outcome | DavError> {
    try {
      return await this.read(library, what);
    } catch (error) {
      if (error instanceof DavError && OF_ALL.has(error.reason)) return error;
      return this.troubled(library, what, error);
    }
  }

  private async read(library: Library, { arrival, item, sidecars }: ToLookInto): Promise<Outcome> {
    const { path, unread } = item;
    const stat = statOf(item);
    const content = { ownerId: library.ownerId, fingerprint: item.revision, size: stat.size };
    if (!unread && !arrival.reread) return this.known(library, arrival);
    if (item.size === null)
      return this.namedOnly(library, { arrival, item }, 'The server does not say how large it is.');
    const reading = await this.readFile.read({ library, path, stat, sidecars, closed: undefined });
    const look = { listed: { path, ...stat }, content, reading, provisional: false, isFirst: unread };
    return { kind: 'look', arrival, look };
  }

  private async known(library: Library, arrival: ClaimedArrival): Promise<Outcome> {
    const place = await this.database.places.find(library.id, arrival.path);
    const file = place && (await this.database.files.find(place.fileId));
    return file ? { kind: 'known', arrival, bookId: file.bookId } : { kind: 'nothing', arrival };
  }

  /** All there is to be known of it; `remark` says why. */
  private async namedOnly(
    library: Library,
    { arrival, item }: Pick<ToLookInto, 'arrival' | 'item'>,
    remark: string,
  ): Promise<Outcome> {
    const { path, revision } = item;
    const stat = statOf(item);
    const reading = await this.readFile.readName(path, remark);
    const content = { ownerId: library.ownerId, fingerprint: revision, size: stat.size };
    return { kind: 'look', arrival, look: { listed: { path, ...stat }, content, reading, provisional: false } };
  }

  /** A server that cannot give parts of a large file never will: its name is all there is to be known of it. */
  private async troubled(library: Library, { arrival, item }: ToLookInto, error: unknown): Promise<Outcome> {
    const stat = statOf(item);
    if (error instanceof DavError && error.reason === 'no_ranges')
      return this.namedOnly(library, { arrival, item }, error.detail);
    const isChanging = error instanceof DomainError && error.code === 'file.settling';
    const seen = { size: stat.size, mtimeNs: stat.mtimeNs };
    if (isChanging) return { kind: 'later', arrival, inMs: SERVER_AWAY_MS, seen };
    return { kind: 'later', arrival, inMs: FAILED_AGAIN_MS, seen, error: asError(error) };
  }
}

/** Files that were looked into are read, in the transaction in which what they say is kept. */
export async function noteRead(
  { sourceItems }: Repositories,
  library: Library,
  outcomes: readonly Outcome[],
): Promise<void> {
  const read = outcomes.flatMap((outcome) => {
    if (outcome.kind !== 'look' || outcome.insideLater) return [];
    return { path: outcome.look.listed.path, revision: outcome.look.content.fingerprint };
  });
  if (read.length > 0) await sourceItems.read(library.id, read);
}

/** None of it is the file's fault: it does not count as a try. */
function laterFor(arrival: ClaimedArrival, { retryAfter }: DavError): Outcome {
  return { kind: 'later', arrival, inMs: Math.max(SERVER_AWAY_MS, (retryAfter ?? 0) * 1_000), seen: null };
}

const asError = (error: unknown) => (error instanceof Error ? error : new Error(String(error)));

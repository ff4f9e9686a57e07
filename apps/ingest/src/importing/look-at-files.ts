import { Inject, Injectable } from '@nestjs/common';
import { type ClaimedArrival, Database, type FolderLibrary, type Place } from '@octavo/database';
import { DomainError, folderOf, patienceWith, restNeeded } from '@octavo/domain';
import { CONFIG, type Config } from '@octavo/platform';
import { type FileStat, fingerprintOf, fingerprintOfBytes, LibraryFiles } from '@octavo/storage';
import { type FileLook, inParallel, type Outcome, ReadFile, ReadSidecars } from '@octavo/intake';

/** Files of a library, to be looked at together. */
export interface Looking {
  library: FolderLibrary;
  arrivals: ClaimedArrival[];
  signal: AbortSignal;
}

/** A file that was opened and read to its end, or would have been. */
interface Fingerprinted {
  arrival: ClaimedArrival;
  stat: FileStat;
  fingerprint: string;
  provisional: boolean;
  /** Why it cannot be opened. */
  closed?: DomainError;
}

/** What is known of the files of a batch before they are read. */
interface Around {
  /** Contents that were read before. */
  known: Set<string>;
  /** Folders in which something lies beside books. */
  withSidecars: Set<string>;
}

const NOTHING_KNOWN: Around = { known: new Set(), withSidecars: new Set() };
const AT_ONCE = 4;
/** Of such files the book is shown before all bytes are read: that can take minutes. */
const SHOWN_FIRST_FROM = 1n << 30n;
const FAILED_AGAIN_MS = 5_000;

/**
 * Looks at files: whether they are there and at rest, what their bytes are, and what is inside where the bytes are new.
 * Nothing is written. Nothing is thrown for a file that is bad: its outcome says so.
 */
@Injectable()
export class LookAtFiles {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly files: LibraryFiles,
    private readonly readFile: ReadFile,
    private readonly sidecars: ReadSidecars,
  ) {}

  async look({ library, arrivals, signal }: Looking): Promise<Outcome[]> {
    const paths = arrivals.map(({ path }) => path);
    const places = new Map((await this.database.places.at(library.id, paths)).map((place) => [place.path, place]));
    const first = await inParallel(AT_ONCE, arrivals, (arrival) =>
      this.fingerprinted(library, arrival, places.get(arrival.path), signal),
    );
    const outcomes = first.filter((one): one is Outcome => 'kind' in one);
    const files = first.filter((one): one is Fingerprinted => !('kind' in one));
    const around = {
      known: await this.knownContents(library, files),
      withSidecars: await this.sidecars.foldersWithSome(library, paths),
    };
    const read = await inParallel(AT_ONCE, files, (file) => this.read(library, file, around));
    signal.throwIfAborted();
    return [...outcomes, ...read];
  }

  /** The file with its fingerprint, or the outcome where that is not to be taken. */
  private async fingerprinted(
    library: FolderLibrary,
    arrival: ClaimedArrival,
    place: Place | undefined,
    signal: AbortSignal,
  ): Promise<Fingerprinted | Outcome> {
    const { path } = arrival;
    try {
      const stat = await this.files.inspect(library.path, path);
      if (!stat) return { kind: 'gone', arrival };
      const same = place && !place.missingSince && isSame(place, stat) ? await this.fileAt(place) : undefined;
      if (same && !same.unfinished && !arrival.reread) return { kind: 'known', arrival, bookId: same.bookId };
      const rest =
        arrival.origin === 'upload' || same
          ? 0
          : restNeeded(Date.now(), stat, stateOf(arrival), this.config.SETTLE_TIME);
      if (rest > 0) return { kind: 'later', arrival, inMs: rest, seen: stat };
      if (stat.size === 0n) return this.empty(arrival, stat, place !== undefined, library);
      return await this.takeFingerprint(library, arrival, { stat, shown: same !== undefined, signal });
    } catch (error) {
      return this.troubled(library, arrival, error);
    }
  }

  private async fileAt(place: Place): Promise<{ bookId: string; unfinished: boolean } | undefined> {
    const file = await this.database.files.find(place.fileId);
    if (!file) return undefined;
    return { bookId: file.bookId, unfinished: file.fingerprint.startsWith('path:') && file.size > 0n };
  }

  /** A file without a byte is no book. A book whose file became empty has a problem. */
  private empty(
    arrival: ClaimedArrival,
    stat: FileStat,
    wasBook: boolean,
    library: FolderLibrary,
  ): Fingerprinted | Outcome {
    const problem = new DomainError('file.empty');
    const inMs = patienceWith(Date.now(), stat, this.config.SETTLE_TIME);
    if (inMs > 0) return { kind: 'later', arrival, inMs, seen: stat };
    if (!wasBook) return { kind: 'nothing', arrival, problem };
    return { arrival, stat, fingerprint: placeFingerprint(library, arrival.path), provisional: false, closed: problem };
  }

  private async takeFingerprint(
    library: FolderLibrary,
    arrival: ClaimedArrival,
    { stat, shown, signal }: { stat: FileStat; shown: boolean; signal: AbortSignal },
  ): Promise<Fingerprinted> {
    const byPlace = placeFingerprint(library, arrival.path);
    if (stat.size >= SHOWN_FIRST_FROM && !shown) return { arrival, stat, fingerprint: byPlace, provisional: true };
    const file = await this.files.open(library.path, arrival.path);
    try {
      const fingerprint = await fingerprintOf(file, signal);
      await file.assertUnchanged();
      return { arrival, stat: file.stat, fingerprint, provisional: false };
    } finally {
      await file.close();
    }
  }

  private async knownContents(library: FolderLibrary, files: Fingerprinted[]): Promise<Set<string>> {
    const contents = files.map(({ fingerprint, stat }) => ({ ownerId: library.ownerId, fingerprint, size: stat.size }));
    const same = contents.length > 0 ? await this.database.files.byContents(library.ownerId, contents) : [];
    // A file that could not be read is tried again whenever there is reason to look at it.
    return new Set(same.filter(({ problemCode }) => !problemCode).map((file) => `${file.fingerprint}:${file.size}`));
  }

  private async read(library: FolderLibrary, file: Fingerprinted, { known, withSidecars }: Around): Promise<Outcome> {
    const { arrival, stat, fingerprint, provisional, closed } = file;
    const { path } = arrival;
    try {
      const isKnown = known.has(`${fingerprint}:${stat.size}`) && !arrival.reread && !closed;
      const sidecars = withSidecars.has(folderOf(path));
      const reading = isKnown ? null : await this.readFile.read({ library, path, stat, sidecars, closed });
      const patience = reading?.findings.problem ? patienceWith(Date.now(), stat, this.config.SETTLE_TIME) : 0;
      if (patience > 0 && arrival.origin !== 'upload' && !closed)
        return { kind: 'later', arrival, inMs: patience, seen: stat };
      const content = { ownerId: library.ownerId, fingerprint, size: stat.size };
      const look: FileLook = { listed: { path, ...stat }, content, reading, provisional };
      return { kind: 'look', arrival, look };
    } catch (error) {
      return this.troubled(library, arrival, error);
    }
  }

  /** A file we may not open is a book with the reason on it. Whatever may pass by itself is looked at again. */
  private async troubled(library: FolderLibrary, arrival: ClaimedArrival, error: unknown): Promise<Outcome> {
    const known = error instanceof DomainError ? error : undefined;
    if (known?.code === 'file.forbidden') return this.forbidden(library, arrival, known);
    const inMs = (known?.retryAfter ?? FAILED_AGAIN_MS / 1_000) * 1_000;
    const settling = known?.code === 'file.settling';
    const seen = await this.files.inspect(library.path, arrival.path).catch(() => undefined);
    if (!seen && known?.code === 'file.vanished') return { kind: 'gone', arrival };
    return { kind: 'later', arrival, inMs, seen: seen ?? null, ...(settling ? {} : { error: asError(error) }) };
  }

  private async forbidden(library: FolderLibrary, arrival: ClaimedArrival, closed: DomainError): Promise<Outcome> {
    const stat = await this.files.inspect(library.path, arrival.path).catch(() => undefined);
    if (!stat) return { kind: 'later', arrival, inMs: FAILED_AGAIN_MS, seen: null, error: closed };
    const fingerprint = placeFingerprint(library, arrival.path);
    return this.read(library, { arrival, stat, fingerprint, provisional: false, closed }, NOTHING_KNOWN);
  }
}

const isSame = (place: Place, stat: FileStat) =>
  place.size === stat.size && place.mtimeNs === stat.mtimeNs && place.inode === stat.inode;

function stateOf({ size, mtimeNs, sameSince }: ClaimedArrival) {
  return size === null || mtimeNs === null || sameSince === null ? undefined : { size, mtimeNs, sameSince };
}

/** What stands for a file whose bytes tell nothing (there are none, or we may not read them) or not yet. */
const placeFingerprint = (library: FolderLibrary, path: string) =>
  `path:${fingerprintOfBytes(`${library.id}:${path}`)}`;

const asError = (error: unknown) => (error instanceof Error ? error : new Error(String(error)));

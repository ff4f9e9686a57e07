import { isMassRemoval } from '../removal-guard.js';

/** What a run says of the files that are gone. Numbers are of files where nothing else is said. */
export interface SyncCensus {
  /** Known as there before the run. */
  present: number;
  /** Of these no longer there, by listings that can be trusted for them, and not found in another place. */
  gone: number;
  /** Files of books that the run saw. Those in folders that were pruned count as seen: nobody had to look. */
  listed: number;
  /** Things that lie in the base of the library. */
  baseCount: number;
  /** Marked as gone by runs shortly before: a library is emptied in many small steps. */
  goneRecently: number;
  /** As many may be gone: somebody said so. */
  confirmed: number | null;
  /** The base was listed completely and the run came to its end. */
  whole: boolean;
  /** The server is another one than it was, or goes on from a backup. */
  identityChanged: boolean;
  /** The server refused the credentials (401) in the middle of it. */
  refused: boolean;
}

/**
 * What kept files from being taken for gone. G1: the run is not whole; G2: the base is empty; G3: there is not one book;
 * G4: too many are gone at once; G5: it is not the server that it was; G6: the server refused the credentials.
 */
export type DoubtGuard = 'G1' | 'G2' | 'G3' | 'G4' | 'G5' | 'G6';

/** Why a run marks nothing as gone. */
export interface Doubt {
  guard: DoubtGuard;
  /** One plain sentence for whoever the library belongs to. */
  because: string;
  /** Whether somebody can say that the files are gone all the same. */
  confirmable: boolean;
}

const DAY_MS = 24 * 60 * 60_000;
const PATIENCE = { runs: 10, ms: 7 * DAY_MS };

/**
 * Why nothing may be marked as gone after a run, the gravest reason; undefined where it may, or where nothing is gone. A
 * share that is not mounted, a server that is set up anew and a slip of the hand all look like a removal.
 */
export function whyDoubt(census: SyncCensus): Doubt | undefined {
  if (census.gone === 0) return undefined;
  const unproven = whyUnproven(census);
  if (unproven) return { ...unproven, confirmable: false };
  if (census.confirmed !== null && census.gone <= census.confirmed) return undefined;
  const strange = whyStrange(census);
  return strange && { ...strange, confirmable: true };
}

/**
 * Whether files that are doubted may be taken for gone at last, though nobody said so: the very same files were gone in
 * ten complete runs (`completeRuns`), for a week (`sameSince`). An empty library is waited for without end, and what a
 * run cannot prove is not proved by ten.
 */
export function acceptByPatience({ sameSince, completeRuns, now, guard }: Wait): boolean {
  const isLong = completeRuns >= PATIENCE.runs && now.getTime() - sameSince.getTime() >= PATIENCE.ms;
  return isLong && (guard === 'G4' || guard === 'G5');
}

interface Wait {
  sameSince: Date;
  completeRuns: number;
  now: Date;
  guard: DoubtGuard;
}

type Reason = Omit<Doubt, 'confirmable'>;

function whyUnproven({ whole, refused }: SyncCensus): Reason | undefined {
  if (!whole)
    return { guard: 'G1', because: 'The library was not listed to its end, so nothing is taken for gone this time.' };
  return refused
    ? { guard: 'G6', because: 'The server refused the credentials, so nothing is taken for gone this time.' }
    : undefined;
}

function whyStrange(census: SyncCensus): Reason | undefined {
  const { present, gone, listed, baseCount, identityChanged } = census;
  const ofThem = sayGone(present, gone);
  if (identityChanged)
    return { guard: 'G5', because: `The server is not as it was, and ${ofThem}. Is it the right one?` };
  if (baseCount === 0)
    return { guard: 'G2', because: `The folder on the server is empty, and ${ofThem}. Is it the right one?` };
  if (listed === 0)
    return { guard: 'G3', because: `There is no book on the server, and ${ofThem}. Is it the right folder?` };
  return isMassRemoval(census)
    ? { guard: 'G4', because: `${gone} of ${present} files are gone. Was that meant?` }
    : undefined;
}

function sayGone(present: number, gone: number): string {
  if (present === 1) return 'the only file is gone';
  return gone === 1 ? `1 of ${present} files is gone` : `${gone} of ${present} files are gone`;
}

import { Injectable } from '@nestjs/common';
import type { ItemMove, ItemTraits, Repositories, SourceComparison } from '@octavo/database';
import { type Doubt, findMoves, type FolderSeen, mayBeGone, whyDoubt } from '@octavo/domain';
import { groupKeyOf } from '@octavo/intake';
import { type HeldBack, holdBack, isBelievedByNow } from './held-back.js';

/** A listing that came to its end, and what is known of the server it came from. */
export interface ToCompare {
  scanId: string;
  libraryId: string;
  /** The server is another one than it was. */
  isAnother: boolean;
  /** Its address changed: what is not there is not taken for gone this time. */
  isMoved: boolean;
  /** Tags of files on this server have something in them that only one file has. */
  etagPerFile: boolean;
  /** As many may be gone: somebody said so. */
  confirmed: number | null;
  /** A removal that was held back the last time, as it is remembered. */
  held: unknown;
}

/** How a listing differs from what is known. */
export interface Comparison {
  /** Before what was moved is known by its new paths. */
  found: SourceComparison;
  moves: ItemMove[];
  /** Known, and not there any more as far as can be seen. */
  gone: string[];
  /** Why these are not to be taken for gone. */
  doubt: Doubt | undefined;
  /** It was doubted for so long that it is believed now. */
  isBelieved: boolean;
  /** To be remembered of it. */
  held: HeldBack | null;
  /** Files in folders that nobody had to look into. */
  pruned: number;
}

/** What was the same for long enough is doubted no more. */
function judged({ held: before }: ToCompare, doubt: Doubt | undefined, gone: readonly string[]) {
  const now = new Date();
  const held = holdBack(before, doubt, gone, now);
  return held && isBelievedByNow(held, now)
    ? { doubt: undefined, held: null, isBelieved: true }
    : { doubt, held, isBelieved: false };
}

/** Compares a listing with what is known. In the transaction in which it is taken over; nothing is changed. */
@Injectable()
export class CompareListing {
  async compare(repositories: Repositories, what: ToCompare): Promise<Comparison> {
    const { scanId, libraryId } = what;
    const { sourceDifferences, sourceListings } = repositories;
    const pruned = await sourceDifferences.pruned(scanId, libraryId);
    const found = await sourceDifferences.compare(scanId, libraryId, pruned);
    const unlisted = found.hasUnlisted ? await sourceDifferences.unlisted(scanId, libraryId) : [];
    if (unlisted.length === 0) return { found, moves: [], gone: [], pruned, ...judged(what, undefined, []) };
    const seen = (await sourceListings.outcomes(scanId)) as Map<string, FolderSeen>;
    const missed = unlisted.filter(({ folder }) => mayBeGone(folder, seen));
    const moves = await this.movesOf(repositories, missed, what);
    const moved = new Set(moves.map(({ from }) => from));
    const gone = what.isMoved ? [] : missed.map(({ path }) => path).filter((path) => !moved.has(path));
    const doubt = whyDoubt({
      present: await sourceDifferences.present(libraryId),
      ...{ gone: gone.length, identityChanged: what.isAnother, confirmed: what.confirmed, refused: false },
      listed: found.counts.found + pruned,
      baseCount: await sourceListings.countIn(scanId, ''),
      goneRecently: await sourceDifferences.goneRecently(libraryId),
      whole: seen.get('') === 'complete',
    });
    return { found, moves, gone, pruned, ...judged(what, doubt, gone) };
  }

  private async movesOf(
    { sourceDifferences }: Repositories,
    missed: readonly ItemTraits[],
    { scanId, libraryId, etagPerFile }: ToCompare,
  ): Promise<ItemMove[]> {
    if (missed.length === 0) return [];
    const unknown = await sourceDifferences.unknown(scanId, libraryId);
    const moves = findMoves(missed, unknown, { etagPerFile });
    return moves.map(({ from, to }) => ({ from, to, groupKey: groupKeyOf(to) }));
  }
}

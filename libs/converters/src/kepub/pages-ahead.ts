import type { ArchiveEntry, ZipArchive } from '@octavo/formats';
import { setImmediate } from 'node:timers/promises';
import type { PageMaker } from '../beside/page-maker.js';
import type { MadePage } from './make-page.js';
import type { PagePlan } from './page-plan.js';

/** In bytes, unpacked: below this a book is converted before another thread has been told of it. */
const WORTH_IT = 192 * 1024;
/** In bytes, unpacked. Two of these are away at a time, and at the end of the book somebody waits for half of one. */
const BATCH = 48 * 1024;
/** In bytes. Of what is given away nothing may be such that an archive would refuse to unpack it. */
const LARGEST_GIVEN = 4 * 1024 * 1024;
const ANY_RATIO = 1024 * 1024;
const MOST_RATIO = 100;
/** In bytes, unpacked: so much is begun before its turn at most, here and there; what is made waits in memory. */
const AHEAD = 4 * 1024 * 1024;

export interface Making {
  archive: ZipArchive;
  plan: PagePlan;
  second: PageMaker;
  /** Makes a page that is not at its turn yet. */
  make: (page: ArchiveEntry) => Promise<MadePage>;
}

/** True for a book whose pages are worth a second thread. */
export function isWorthIt(pages: readonly ArchiveEntry[]): boolean {
  return sizeOf(pages) - Math.max(0, ...pages.map(({ size }) => size)) > WORTH_IT;
}

/**
 * Has pages made before their turn: some by a second thread, others here while one of those is not back yet. Whatever
 * goes wrong with a page ahead of its turn counts for nothing: it is made again when its turn comes, and fails there.
 */
export class PagesAhead {
  private readonly begun = new Map<ArchiveEntry, { page?: MadePage; away?: Promise<void> }>();
  /** The first that nobody has begun, and the one whose turn it is. */
  private next = 0;
  private turn = -1;

  constructor(
    private readonly pages: readonly ArchiveEntry[],
    private readonly making: Making,
  ) {
    making.second.prepare();
  }

  /** The page whose turn it is; undefined when it is to be made now. Pages are asked for in their order. */
  async take(page: ArchiveEntry): Promise<MadePage | undefined> {
    this.turn += 1;
    const begun = this.begun.get(page);
    if (!begun) this.next = this.turn + 1;
    await this.giveAway();
    if (!begun) return undefined;
    while (begun.away && (await this.workAhead())) await this.giveAway();
    await begun.away;
    this.begun.delete(page);
    return begun.page;
  }

  /** The other thread's answers are heard only between two turns of this one. */
  private async giveAway(): Promise<void> {
    await setImmediate();
    while (this.making.second.free && this.mayBegin()) {
      const batch = this.nextBatch();
      if (batch.length === 0) return;
      await this.give(batch);
    }
  }

  private nextBatch(): ArchiveEntry[] {
    const from = this.next;
    let bytes = 0;
    while (this.next < this.pages.length && bytes < BATCH && mayBeGiven(this.pages[this.next]!)) {
      bytes += this.pages[this.next]!.size;
      this.next += 1;
    }
    return this.pages.slice(from, this.next);
  }

  private async give(batch: readonly ArchiveEntry[]): Promise<void> {
    const { archive, plan, second } = this.making;
    const kept = batch.map((page) => {
      const begun: { page?: MadePage; away?: Promise<void> } = {};
      this.begun.set(page, begun);
      return begun;
    });
    const packed = await Promise.all(
      batch.map(async (page) => ({ ...page, data: await archive.compressed(page) })),
    ).catch(() => undefined);
    if (!packed) return;
    const away = second.make(plan, packed).then((made) =>
      kept.forEach((begun, at) => {
        begun.page = made[at];
        begun.away = undefined;
      }),
    );
    for (const begun of kept) begun.away = away;
  }

  private mayBegin(): boolean {
    return this.next < this.pages.length && sizeOf(this.pages.slice(this.turn, this.next)) < AHEAD;
  }

  /** Makes the next page here. False when there is none, or enough is waiting already. */
  private async workAhead(): Promise<boolean> {
    const page = this.pages[this.next];
    if (!page || !this.mayBegin()) return false;
    this.next += 1;
    const begun: { page?: MadePage } = {};
    this.begun.set(page, begun);
    begun.page = await this.making.make(page).catch(() => undefined);
    return true;
  }
}

function sizeOf(pages: readonly ArchiveEntry[]): number {
  return pages.reduce((sum, { size }) => sum + size, 0);
}

function mayBeGiven({ size, compressedSize, encrypted, method }: ArchiveEntry): boolean {
  const isSmall = size <= Math.min(LARGEST_GIVEN, Math.max(ANY_RATIO, compressedSize * MOST_RATIO));
  return isSmall && !encrypted && (method === 0 || method === 8);
}

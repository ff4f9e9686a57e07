import { Injectable } from '@nestjs/common';
import type { CoverRow, WholeStoredBook } from '@octavo/database';
import type { Medium } from '@octavo/domain';
import { KeepCovers, keptCoverOf } from '@octavo/intake';
import type { ProviderId, Taken } from '@octavo/providers';
import { FetchCoverImage } from '../asking/fetch-cover-image.js';
import type { EnabledProvider } from '../finding/search.js';

/** A picture a provider has, kept but not yet anybody's cover. */
export interface FoundCover {
  row: CoverRow;
  provider: ProviderId;
}

export interface CoverSearch {
  cover?: FoundCover;
  /** When it is worth asking again, where somebody refused. */
  retryAt?: Date;
}

/** A book whose cover is looked for. */
export interface CoverNeed {
  book: WholeStoredBook;
  format: string | undefined;
  medium: Medium;
  /** True where a cover is wanted although the book has one. */
  anyway: boolean;
  providers: readonly EnabledProvider[];
  signal: AbortSignal;
}

/** Fetches the first acceptable cover of editions that were found, where the book may take one. */
@Injectable()
export class FindCover {
  constructor(
    private readonly images: FetchCoverImage,
    private readonly covers: KeepCovers,
  ) {}

  async of(finds: readonly Taken[], need: CoverNeed): Promise<CoverSearch> {
    if (!need.anyway && !isWelcome(need)) return {};
    let retryAt: Date | undefined;
    for (const { candidate } of finds) {
      const enabled = need.providers.find(({ provider }) => provider.id === candidate.provider);
      if (!candidate.cover || !enabled) continue;
      const fetched = await this.images.first({
        ...enabled,
        addresses: candidate.cover,
        medium: need.medium,
        signal: need.signal,
      });
      if (fetched.kind === 'found')
        return { cover: { row: await this.covers.keep(fetched.image), provider: candidate.provider } };
      if (fetched.kind !== 'none') retryAt ??= fetched.retryAt;
    }
    return retryAt ? { retryAt } : {};
  }
}

/** A cover that is locked, was taken away or is the first page takes no other, however good. */
function isWelcome({ book, format }: CoverNeed): boolean {
  const { cover, isLocked, isCleared, isPageBased } = keptCoverOf(book, format);
  return !isLocked && !isCleared && (cover === undefined || !isPageBased);
}

import { Injectable } from '@nestjs/common';
import { type CoverRow, Database, type WholeStoredBook } from '@octavo/database';
import type { Medium } from '@octavo/domain';
import { KeepCovers, keptCoverOf } from '@octavo/intake';
import type { Candidate, ProviderId, Taken } from '@octavo/providers';
import { PinoLogger } from 'nestjs-pino';
import { FetchCoverImage } from '../asking/fetch-cover-image.js';
import type { EnabledProvider } from '../finding/search.js';
import type { Pictures } from './find-pictures.js';
import { findKey, findName, type FindToNote } from './new-finds.js';

/** A picture a provider has, kept but not yet anybody's cover. */
export interface FoundCover {
  row: CoverRow;
  provider: ProviderId;
  /** The find it is of. */
  candidateId: string;
}

export interface CoverSearch {
  cover?: FoundCover;
  /** When it is worth asking again, where somebody refused. */
  retryAt?: Date;
}

/** An edition that was found, with its picture where that is kept already. */
export interface PicturedFind extends Taken {
  coverId?: string | null;
}

/** Whose pictures are looked at, and for which books. */
export interface PictureNeed {
  medium: Medium;
  providers: readonly EnabledProvider[];
  signal: AbortSignal;
}

/** A book whose cover is looked for. */
export interface CoverNeed extends PictureNeed {
  book: WholeStoredBook;
  format: string | undefined;
  /** True where a cover is wanted although the book has one. */
  anyway: boolean;
}

type Fetched = { row: CoverRow } | { retryAt: Date } | undefined;

/** Fetches the pictures of editions that were found: for the book, where it may take one, and for people to compare. */
@Injectable()
export class FindCover {
  constructor(
    private readonly images: FetchCoverImage,
    private readonly covers: KeepCovers,
    private readonly database: Database,
    private readonly logger: PinoLogger,
  ) {}

  /** The first acceptable one; what is kept is not asked for again. Throws the signal's reason. */
  async of(finds: readonly PicturedFind[], need: CoverNeed): Promise<CoverSearch> {
    if (!need.anyway && !isWelcome(need)) return {};
    let retryAt: Date | undefined;
    for (const { candidate, coverId } of finds) {
      const fetched = (await this.kept(coverId)) ?? (await this.fetched(candidate, need));
      if (fetched && 'row' in fetched)
        return { cover: { ...fetched, provider: candidate.provider, candidateId: findKey(candidate) } };
      retryAt ??= fetched?.retryAt;
    }
    return retryAt ? { retryAt } : {};
  }

  /** Those that can be had: where one cannot, whoever looks at the finds does without. Throws the signal's reason. */
  async pictures(finds: readonly FindToNote[], need: PictureNeed): Promise<Pictures> {
    const pictures = new Map<string, CoverRow>();
    for (const find of finds) {
      const fetched = await this.fetchedIfPossible(find.candidate, need);
      if (fetched && 'row' in fetched) pictures.set(findName(find), fetched.row);
    }
    return pictures;
  }

  private async kept(coverId: string | null | undefined): Promise<Fetched> {
    const cover = coverId ? await this.database.covers.find(coverId) : null;
    if (!cover) return undefined;
    const { id, mediaType, width, height, size } = cover;
    return { row: { id, mediaType, width, height, size } };
  }

  private async fetchedIfPossible(candidate: Candidate, need: PictureNeed): Promise<Fetched> {
    try {
      return await this.fetched(candidate, need);
    } catch (error) {
      need.signal.throwIfAborted();
      this.logger.warn({ err: error, provider: candidate.provider }, 'the picture of a find could not be kept');
      return undefined;
    }
  }

  private async fetched({ provider, cover }: Candidate, need: PictureNeed): Promise<Fetched> {
    const enabled = need.providers.find((one) => one.provider.id === provider);
    if (!cover || !enabled) return undefined;
    const { medium, signal } = need;
    const fetched = await this.images.first({ ...enabled, addresses: cover, medium, signal });
    if (fetched.kind === 'found') return { row: await this.covers.keep(fetched.image) };
    return fetched.kind === 'none' ? undefined : { retryAt: fetched.retryAt };
  }
}

/** A cover that is locked, was taken away or is the first page takes no other, however good. */
function isWelcome({ book, format }: CoverNeed): boolean {
  const { cover, isLocked, isCleared, isPageBased } = keptCoverOf(book, format);
  return !isLocked && !isCleared && (cover === undefined || !isPageBased);
}

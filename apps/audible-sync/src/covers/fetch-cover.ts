import { Inject, Injectable } from '@nestjs/common';
import { renderCover } from '@octavo/converters';
import type { Coverless } from '@octavo/database';
import { type CoverImage, DomainError } from '@octavo/domain';
import { coverImage } from '@octavo/formats';
import { Outbound, OutboundError } from '@octavo/outbound';
import { CONFIG, type Config } from '@octavo/platform';
import { audibleProduct } from '@octavo/providers';

const LIMITS = { withinMs: 30_000, mostBytes: 15_000_000 };
/** To have seen every pixel decoded is enough. */
const PROOF = { width: 64, height: 64 };

/** What came of asking for a picture. `away`: it may be had another time. */
export type FetchedCover = { kind: 'found'; image: CoverImage; from: string } | { kind: 'none' } | { kind: 'away' };

/** Fetches the pictures Audible shows for titles; from Amazon's picture hosts alone. */
@Injectable()
export class FetchCover {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly outbound: Outbound,
  ) {}

  async of({ raw, asin, country }: Coverless, signal: AbortSignal): Promise<FetchedCover> {
    const baseUrl = this.config.AUDIBLE_API_BASE_URL?.replaceAll('{country}', country);
    const settings = { market: country, ...(baseUrl !== undefined && { baseUrl }) };
    const addresses = audibleProduct(raw, settings, asin)?.cover ?? [];
    let isAway = false;
    for (const from of addresses) {
      const fetched = await this.fetch(from, signal);
      if (fetched === 'away') isAway = true;
      else if (fetched) return { kind: 'found', image: fetched, from };
    }
    return { kind: isAway ? 'away' : 'none' };
  }

  private async fetch(url: string, signal: AbortSignal): Promise<CoverImage | 'away' | undefined> {
    try {
      const { status, body } = await this.outbound.ask({ url, ...LIMITS, signal });
      if (status === 429 || status >= 500) return 'away';
      return status === 200 ? await pictureIn(url, body) : undefined;
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof OutboundError) return error.failure === 'too-large' ? undefined : 'away';
      throw error;
    }
  }
}

/** Whole, and a picture; undefined for everything else. */
async function pictureIn(url: string, bytes: Uint8Array): Promise<CoverImage | undefined> {
  const image = await coverImage(new URL(url).pathname.split('/').at(-1) ?? '', bytes);
  if (typeof image === 'string') return undefined;
  try {
    await renderCover(bytes, PROOF);
    return image;
  } catch (error) {
    if (error instanceof DomainError) return undefined;
    throw error;
  }
}

import { Injectable } from '@nestjs/common';
import { renderCover } from '@octavo/converters';
import { type CoverImage, DomainError, type Medium } from '@octavo/domain';
import { coverImage } from '@octavo/formats';
import type { Answer, CoverAddresses, MetadataProvider, ProviderSettings } from '@octavo/providers';
import { whyNoCover } from './cover-shape.js';
import type { Reading } from './errand.js';
import type { Blocked, Outage } from './outcome.js';
import { Visits } from './visits.js';

/** A picture that is wanted. */
export interface CoverWish {
  provider: MetadataProvider;
  settings: ProviderSettings;
  /** As the provider's candidate has them, the best first. */
  addresses: CoverAddresses;
  medium: Medium;
  signal: AbortSignal;
}

export type CoverFetched =
  | { kind: 'found'; image: CoverImage; url: string }
  /** No address has an acceptable picture; why, a sentence for each. */
  | { kind: 'none'; reasons: string[] }
  /** One that was not asked for may have one. */
  | Blocked
  | Outage;

const LIMITS = { withinMs: 30_000, mostBytes: 15_000_000 };
/** To have seen every pixel decoded is enough. */
const PROOF = { width: 64, height: 64 };
const MOST_RETRY_SEC = 7 * 24 * 3600;

/** Fetches the pictures that candidates tell of. */
@Injectable()
export class FetchCoverImage {
  constructor(private readonly visits: Visits) {}

  /**
   * The first picture that is whole and looks like the cover of such a book, as it came. Throws nothing for what a
   * provider sends; once aborted, the signal's reason.
   */
  async first(wish: CoverWish): Promise<CoverFetched> {
    const reasons: string[] = [];
    let failure: Blocked | Outage | undefined;
    for (const url of wish.addresses) {
      const { provider, settings, signal } = wish;
      const request = { url, kind: 'cover' } as const;
      const visited = await this.visits.make({
        provider,
        settings,
        signal,
        request,
        limits: LIMITS,
        read: readPicture,
      });
      if (visited.kind !== 'done') {
        failure ??= visited;
        continue;
      }
      const picture =
        visited.result === undefined
          ? 'There is no such picture.'
          : await judged(visited.result, nameOf(url), wish.medium);
      if (typeof picture !== 'string') return { kind: 'found', image: picture, url };
      reasons.push(picture);
    }
    return failure ?? { kind: 'none', reasons };
  }
}

/**
 * The bytes, whatever they are; undefined where there are none. Stores of pictures answer 403 for what they do not have,
 * so only 429 and 503 are refusals.
 */
function readPicture({ status, headers, body }: Answer): Promise<Reading<Uint8Array | undefined>> {
  return Promise.resolve(pictureReading(status, headers['retry-after'] ?? '', body));
}

function pictureReading(status: number, retryAfter: string, body: Uint8Array): Reading<Uint8Array | undefined> {
  if (status === 200) return { kind: 'read', result: body, says: 'found' };
  const reason = `status ${status}`;
  const retryAfterSec = /^\d{1,9}$/.test(retryAfter) ? Math.min(Number(retryAfter), MOST_RETRY_SEC) : undefined;
  if (status === 429 || status === 503)
    return { kind: 'blocked', reason, ...(retryAfterSec !== undefined && { retryAfterSec }) };
  if (status >= 500 || status === 408) return { kind: 'outage', reason };
  return { kind: 'read', result: undefined, says: 'not-found' };
}

/** The picture, or why it is none: sizes by its header, before anything is decoded. */
async function judged(bytes: Uint8Array, name: string, medium: Medium): Promise<CoverImage | string> {
  const image = await coverImage(name, bytes);
  if (typeof image === 'string') return image;
  const reason = whyNoCover(medium, image);
  if (reason !== undefined) return `The cover "${name}" is none: ${reason}.`;
  try {
    await renderCover(bytes, PROOF);
    return image;
  } catch (error) {
    if (error instanceof DomainError) return error.detail;
    throw error;
  }
}

/** "https://images.example/I/91EpHNSPFnL.jpg" -> "91EpHNSPFnL.jpg". */
function nameOf(url: string): string {
  return URL.parse(url)?.pathname.split('/').at(-1) ?? url;
}

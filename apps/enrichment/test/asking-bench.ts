import { Database } from '@octavo/database';
import type { PaceRules } from '@octavo/domain';
import { AddressRules, Outbound } from '@octavo/outbound';
import {
  type MetadataProvider,
  PROVIDERS,
  type ProviderId,
  type Question,
  type Request,
  type Verdict,
} from '@octavo/providers';
import type { PinoLogger } from 'nestjs-pino';
import { Asker } from '../src/asking/asker.js';
import { askSettings } from '../src/asking/ask-settings.js';
import { Courier } from '../src/asking/courier.js';
import { FetchCoverImage } from '../src/asking/fetch-cover-image.js';
import { FencedTurns } from '../src/asking/fenced-turns.js';
import { HostTurns } from '../src/asking/host-turns.js';
import { KeptAnswers } from '../src/asking/kept-answers.js';
import { Timing } from '../src/asking/timing.js';
import { Visits } from '../src/asking/visits.js';
import { FindBook } from '../src/finding/find-book.js';

export const AT_ONCE: PaceRules = { gapMs: 0, jitterMs: 0 };

/** Has its own dice, and does not wait long. */
class QuickTiming extends Timing {
  readonly slept: number[] = [];

  override random(): number {
    return 0.5;
  }

  override sleep(ms: number, signal: AbortSignal): Promise<void> {
    this.slept.push(ms);
    return super.sleep(Math.min(ms, 10), signal);
  }
}

export interface Bench {
  asker: Asker;
  covers: FetchCoverImage;
  findBook: FindBook;
  /** How long it would have slept. */
  slept: number[];
  /** All that was logged. */
  lines: unknown[][];
  close(): Promise<void>;
}

/**
 * The asking part of a worker over a real database, with its own connections and cookies. Addresses of `baseUrls` may be
 * asked although they are this machine.
 */
export async function askingBench(
  databaseUrl: string,
  { baseUrls, pace = AT_ONCE }: { baseUrls: readonly string[]; pace?: PaceRules },
): Promise<Bench> {
  const database = await Database.open(databaseUrl, 3);
  const allow = baseUrls.map((url) => new URL(url).hostname);
  const outbound = new Outbound(new AddressRules({ allow, denyPrivate: true }));
  const timing = new QuickTiming();
  const lines: unknown[][] = [];
  const note = (...line: unknown[]) => void lines.push(line);
  const logger = { info: note, warn: note, error: note } as unknown as PinoLogger;
  const all = Object.fromEntries(PROVIDERS.map((id) => [id, pace])) as Record<ProviderId, PaceRules>;
  const { userAgent } = askSettings({
    version: '9.9',
    contactUrl: 'https://octavo.example',
    pagesPerDay: 200,
    gapMs: 2_000,
    elsewhere: new Set(),
  });
  const settings = { userAgent, pace: all };
  const courier = new Courier(outbound, settings, timing);
  const visits = new Visits(new FencedTurns(new HostTurns(database, timing)), courier, settings, timing, logger);
  const asker = new Asker(new KeptAnswers(database), visits, logger);
  return {
    ...{ asker, covers: new FetchCoverImage(visits), findBook: new FindBook(asker, timing, logger) },
    ...{ slept: timing.slept, lines },
    close: async () => {
      await outbound.close();
      await database.close();
    },
  };
}

/** A provider of which only questions made by hand are asked. */
export const SHOP: MetadataProvider = {
  ...{ id: 'open-library', name: 'Shop', scrapes: false, media: ['ebook'], hosts: ['shop.example'] },
  byIdentifier: () => [],
  searches: () => [],
  details: () => undefined,
};

/** A question that is answered by what the JSON of the body says; refusals and failures by their status. */
export function ask(url: string, over: Partial<Request> = {}): Question<unknown> {
  return {
    request: { url, kind: 'book', ...over },
    read: ({ status, headers, body }): Verdict<unknown> => {
      const retryAfterSec = Number(headers['retry-after'] ?? '0');
      if (status === 503) return { kind: 'blocked', reason: 'status 503', ...(retryAfterSec > 0 && { retryAfterSec }) };
      if (status === 404) return { kind: 'not-found' };
      if (status !== 200) return { kind: 'outage', reason: `status ${status}` };
      return { kind: 'found', value: JSON.parse(Buffer.from(body).toString()) as unknown };
    },
  };
}

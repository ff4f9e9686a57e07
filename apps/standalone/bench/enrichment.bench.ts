// npm run bench -- enrichment: 1,000 books are asked about by four replicas of the worker while Amazon's stand-in refuses
// every second request; how close together each host was asked; what reading one page costs; and how long somebody waits
// who has a book of 5 MB read anew. Nothing leaves this machine: gaps are shortened to 40 ms for the stand-ins, whose
// providers' own hosts would be left alone for seconds.
import { Database } from '@octavo/database';
import { NOTHING_KNOWN } from '@octavo/domain';
import { startWorkers } from '@octavo/platform';
import { type AskedRequest, anEpub, type ShopBook, shopBooks, ShopServer } from '@octavo/testing';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EnrichmentModule } from '../../enrichment/src/enrichment.module.js';
import { openBenchHouse, startOctavo } from './bench-house.js';
import { line, median, milliseconds, peakMemory, perSecond, timed } from './numbers.js';
import { pageCosts } from './page-costs.js';

const BOOKS = 1_000;
const REPLICAS = 4;
const GAP_MS = 40;
const SHOPS = ['amazon', 'goodreads', 'open-library'] as const;

const shops = await Promise.all(SHOPS.map((shop) => ShopServer.start(shop)));
const [amazon, goodreads, library] = shops as [ShopServer, ShopServer, ShopServer];
const house = await openBenchHouse({
  ENRICHMENT: 'on',
  PROVIDER_GAP: `${GAP_MS}ms`,
  PROVIDER_PAGES_PER_DAY: '100000',
  AMAZON_BASE_URL: amazon.url,
  GOODREADS_BASE_URL: goodreads.url,
  OPEN_LIBRARY_BASE_URL: library.url,
});
const database = await Database.open(house.config.DATABASE_URL!, 4);

async function add({ title, authors, isbn13 }: ShopBook): Promise<void> {
  const contributors = authors.map((name) => ({ name, role: 'author' as const }));
  const identifiers = isbn13 === undefined ? [] : [{ scheme: 'isbn', value: isbn13 }];
  await database.newBooks.add(null, {
    metadata: { ...NOTHING_KNOWN, title, contributors, identifiers },
    origins: { title: { source: 'file' }, identifiers: { source: 'file' } },
    ...{ status: 'READY', coverId: null },
  });
}

/** How many books are in each state; those nobody asked about are under "null". */
async function states(): Promise<Map<string, number>> {
  const counts = await database.bookEnrichments.counts('00000000-0000-0000-0000-000000000000');
  return new Map([...counts].map(([state, count]) => [String(state), count]));
}

/** The shortest time between the end of one request and the start of the next. */
function leastGap(asked: readonly AskedRequest[]): number {
  const inOrder = [...asked].sort((a, b) => a.startedAt - b.startedAt);
  const gaps = inOrder.slice(1).map(({ startedAt }, i) => startedAt - (inOrder[i]!.endedAt ?? Infinity));
  return Math.min(...gaps);
}

async function enrichAll(): Promise<void> {
  const books = shopBooks(BOOKS);
  for (const shop of shops) shop.books = books;
  amazon.fail('blocked-503', { share: 0.5 });
  for (const book of books) await add(book);
  const workers: Awaited<ReturnType<typeof startWorkers>>[] = [];
  const { ms } = await timed(async () => {
    for (let n = 0; n < REPLICAS; n += 1) workers.push(await startWorkers([EnrichmentModule], house.config));
    for (;;) {
      const now = await states();
      if (!now.has('null') && !now.has('WANTED')) return;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  });
  line(
    `${BOOKS} books, ${REPLICAS} replicas, Amazon refusing every other time`,
    `${milliseconds(ms)}, ${perSecond(BOOKS, ms)}`,
  );
  for (const [state, count] of await states()) line(`  ${state.toLowerCase()}`, String(count));
  for (const [index, shop] of shops.entries()) {
    const floor = SHOPS[index] === 'open-library' ? GAP_MS / 2 : GAP_MS;
    const least = leastGap(shop.asked);
    line(`  ${SHOPS[index]}: ${shop.asked.length} requests, least gap`, `${milliseconds(least)} (limit ${floor} ms)`);
  }
  line('  peak memory, all replicas and stand-ins in one process', `${peakMemory()} MB`);
  for (const worker of workers) await worker.stop();
}

async function resyncs(): Promise<void> {
  // As a book with pictures is: five million bytes that cannot be packed smaller.
  const picture = Uint8Array.from({ length: 5_000_000 }, () => Math.floor(Math.random() * 256));
  writeFileSync(
    join(house.books, 'large.epub'),
    anEpub().titled('Large').withChapters(60).withFile('OEBPS/big.bin', picture).build(),
  );
  const octavo = await startOctavo(house);
  try {
    const { ADMIN_EMAIL: email, ADMIN_PASSWORD: password } = house.config;
    const headers = { 'content-type': 'application/json', cookie: '' };
    const signedIn = await fetch(`${octavo.url}/api/session`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ email, password }),
    });
    headers.cookie = signedIn.headers.getSetCookie()[0]!.split(';')[0]!;
    const find = async () =>
      ((await (await fetch(`${octavo.url}/api/books?q=Large`, { headers })).json()) as { items: { id: string }[] })
        .items[0];
    let book = await find();
    while (!book) book = await find();
    const times: number[] = [];
    for (let n = 0; n < 20; n += 1) {
      const { ms, result } = await timed(() =>
        fetch(`${octavo.url}/api/books/${book.id}/resync`, { method: 'POST', headers, body: '{"refresh":true}' }),
      );
      if (result.status !== 200) throw new Error(`resync answered ${result.status}`);
      await result.arrayBuffer();
      times.push(ms);
    }
    line(
      'a book of 5 MB read anew: first, median, slowest of 20',
      [times[0]!, median(times), Math.max(...times)].map(milliseconds).join(', '),
    );
  } finally {
    await octavo.stop();
  }
}

try {
  await pageCosts();
  await enrichAll();
  await resyncs();
} finally {
  await database.close();
  await Promise.all(shops.map((shop) => shop.close()));
  await house.close();
}

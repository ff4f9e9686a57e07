import type { ApacheSeen } from '@octavo/testing';
import { line, perSecond } from '../numbers.js';
import { apacheOf } from './apache.js';
import { ConnectedHouse } from './connected.js';
import { epubsOf5MB } from './epubs.js';
import { floorOf, part } from './floor.js';
import { megabytes, told } from './walk-tree.js';
import { MeasuredWorker } from './worker.js';

const MOST_SHARE = 0.03;
const MOST_MB = 300;

/** Looks into EPUBs where they lie, against the same requests by themselves. */
export async function readBooks({ epubs }: { epubs: number }): Promise<void> {
  const books = await epubsOf5MB(epubs);
  const apache = await apacheOf(books.path);
  const house = await ConnectedHouse.at(apache.url);
  const naming = await MeasuredWorker.start(house.house.config, false);
  await house.compared();
  await naming.stop();
  const reading = await MeasuredWorker.start(house.house.config, true);
  await house.allRead();
  const { reading: spent } = await reading.parts();
  await reading.stop();
  await assertRead(house, epubs);
  const asked = (await apache.asked()).filter(({ method }) => method === 'GET');
  const requests = asked.map((one) => part(encodeURI(one.path), `bytes=${rangeOf(one).join('-')}`));
  const floor = await floorOf(apache.origin, requests);
  const { wallMs: ms, cpuMs, peakMb, statements } = spent!;
  line(
    `${epubs} EPUBs, ${megabytes(books.bytes)} in all, looked into`,
    `${told({ ms, cpuMs, peakMb })}; ${perSecond(epubs, ms)}`,
  );
  line(
    '  requests, and statements for the database, for a book',
    `${(asked.length / epubs).toFixed(2)}, ${(statements / epubs).toFixed(1)}`,
  );
  const share = (bytes: number) => `${megabytes(bytes)}, ${((100 * bytes) / books.bytes).toFixed(2)} %`;
  line(
    `  bytes that moved (at most ${100 * MOST_SHARE} %)`,
    `${share(floor.bytes)}; of them covers ${share(books.coverBytes)}`,
  );
  line('  baseline: the same requests, answers unread', told(floor));
  line(`  ratio against the baseline; memory (at most ${MOST_MB} MB)`, `${(ms / floor.ms).toFixed(1)}; ${peakMb} MB`);
  await house.close();
  await apache.close();
  await books.remove();
}

/** First and last byte. Throws where all of a file was sent. */
function rangeOf({ path, status, range }: ApacheSeen): [number, number] {
  const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(range ?? '') ?? [];
  if (status !== 206 || last === undefined) throw new Error(`${path} was answered with ${status}, ${range}`);
  return [Number(first), Number(last)];
}

async function assertRead(house: ConnectedHouse, epubs: number): Promise<void> {
  const [row] = await house.query<{ books: number; covers: number }>(`select count(*)::int as books,
    count(distinct cover_id)::int as covers from book where title like 'A Tale of %' and status = 'READY'`);
  if (row?.books !== epubs || row.covers !== epubs) throw new Error(`Not all were read: ${JSON.stringify(row)}`);
}

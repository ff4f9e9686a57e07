import { type CoverRow, Database } from '@octavo/database';
import { type CoverImage, NOTHING_KNOWN } from '@octavo/domain';
import { KeepCovers } from '@octavo/intake';
import type { CoverAddresses } from '@octavo/providers';
import { coverPath, DataFiles } from '@octavo/storage';
import { jpegCover, testDatabase, type TestDatabase } from '@octavo/testing';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PinoLogger } from 'nestjs-pino';
import { FindCover } from '../src/keeping/find-cover.js';
import { findName, type FindToNote } from '../src/keeping/new-finds.js';
import { askingBench, type Bench, SHOP } from './asking-bench.js';
import { StubHost } from './stub-host.js';
import { candidate } from './told-books.js';

/** Has no room left. */
class FullDisk extends KeepCovers {
  override keep(_image: CoverImage): Promise<CoverRow> {
    return Promise.reject(new Error('no space left'));
  }
}

describe('the pictures of what was found', () => {
  let test: TestDatabase;
  let database: Database;
  let folder: string;
  let data: DataFiles;
  let host: StubHost;
  let bench: Bench;
  const logged: unknown[][] = [];
  const logger = { warn: (...line: unknown[]) => logged.push(line) } as unknown as PinoLogger;

  beforeAll(async () => {
    test = await testDatabase();
    database = await Database.open(test.url, 2);
    folder = await mkdtemp(join(tmpdir(), 'octavo-pictures-'));
    data = new DataFiles(folder);
  });
  beforeEach(async () => {
    logged.splice(0);
    host = await StubHost.start();
    host.handle = async ({ path }) => ({ body: await jpegCover({ seed: path.length }) });
    bench = await askingBench(test.url, { baseUrls: [host.url] });
  });
  afterEach(async () => {
    await bench.close();
    await host.close();
  });
  afterAll(async () => {
    await database?.close();
    await test?.drop();
    await rm(folder, { recursive: true, force: true });
  });

  const findCover = (keep = new KeepCovers(data)) => new FindCover(bench.covers, keep, database, logger);
  const providers = () => [{ provider: SHOP, settings: { baseUrl: host.url } }];
  const need = (signal = new AbortController().signal) => ({
    medium: 'ebook' as const,
    providers: providers(),
    signal,
  });
  const edition = (id: string, provider: FindToNote['provider'] = SHOP.id) =>
    candidate(id, { provider, cover: [`${host.url}/${id}.jpg`] as unknown as CoverAddresses });
  const find = (id: string, provider?: FindToNote['provider']): FindToNote => {
    const one = edition(id, provider);
    return {
      ...{ provider: one.provider, candidateId: id, candidate: one },
      score: 0.8,
      reasons: [],
      standing: 'SUGGESTED',
    };
  };
  const book = {
    ...{ metadata: { ...NOTHING_KNOWN, title: 'Dune' }, origins: {}, status: 'READY' as const },
    cover: { id: null, width: 0, height: 0 },
  };

  it('are kept, each under its find', async () => {
    const finds = [find('one'), find('three')];
    const pictures = await findCover().pictures(finds, need());
    expect([...pictures.keys()]).toEqual(finds.map(findName));
    for (const { id, size } of pictures.values()) expect(await data.size(coverPath(id))).toBe(size);
  });

  it('are asked of nobody who is not switched on', async () => {
    expect(await findCover().pictures([find('one', 'goodreads')], need())).toEqual(new Map());
    expect(host.requests).toEqual([]);
  });

  it('are missing where they cannot be had, and the next is there all the same', async () => {
    host.handle = async ({ path }) => (path === '/gone.jpg' ? { status: 404 } : { body: await jpegCover() });
    const pictures = await findCover().pictures([find('gone'), find('there')], need());
    expect([...pictures.keys()]).toEqual([findName(find('there'))]);
    host.handle = () => ({ status: 500 });
    expect(await findCover().pictures([find('gone')], need())).toEqual(new Map());
    expect(logged).toEqual([]);
  });

  it('are missing where they cannot be kept, which the log tells', async () => {
    expect(await findCover(new FullDisk(data)).pictures([find('one')], need())).toEqual(new Map());
    expect(logged).toHaveLength(1);
  });

  it('are given up when the job is', async () => {
    const stop = new AbortController();
    host.handle = () => {
      stop.abort(new Error('cancelled'));
      return new Promise(() => undefined);
    };
    await expect(findCover().pictures([find('one')], need(stop.signal))).rejects.toThrow('cancelled');
  });

  it('are a cover for the book, and one that is kept is not asked for again', async () => {
    const [row] = (await findCover().pictures([find('one')], need())).values();
    await database.covers.putAll([row!]);
    host.requests.splice(0);
    const taken = { candidate: edition('one'), score: 1, byIdentifier: true, coverId: row!.id };
    const wanted = { ...need(), book, format: 'epub', anyway: true };
    const kept = await findCover().of([taken], wanted);
    expect(kept).toEqual({ cover: { row, provider: SHOP.id, candidateId: 'one' } });
    expect(host.requests).toEqual([]);
    expect(await findCover().of([{ ...taken, coverId: null }], wanted)).toEqual(kept);
    expect(await findCover().of([{ ...taken, coverId: 'unknown' }], wanted)).toEqual(kept);
    expect(host.paths).toEqual(['/one.jpg', '/one.jpg']);
  });
});

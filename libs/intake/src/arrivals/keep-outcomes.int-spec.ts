import { Database, type Library } from '@octavo/database';
import { emptyDraft } from '@octavo/domain';
import { testDatabase, type TestDatabase } from '@octavo/testing';
import { PinoLogger } from 'nestjs-pino';
import { KeepOutcomes } from './keep-outcomes.js';
import type { FileLook } from '@octavo/intake';
import type { Outcome } from './outcomes.js';

const BATCH = ['Emma.epub', 'Odd.epub', 'Persuasion.epub'];
/** No column holds so much: keeping this file fails, however often it is tried. */
const ODD = 2n ** 70n;

describe('a batch of which one file cannot be kept', () => {
  let test: TestDatabase;
  let database: Database;
  let library: Library;
  let keeping: KeepOutcomes;

  beforeAll(async () => {
    test = await testDatabase();
    database = await Database.open(test.url, 4);
    library = await database.libraries.ensure('/books', 'Books');
    keeping = new KeepOutcomes(database, new PinoLogger({ pinoHttp: { level: 'silent' } }));
    await database.arrivals.note({ libraryId: library.id, paths: BATCH, origin: 'watch' });
  });
  afterAll(async () => {
    await database?.close();
    await test?.drop();
  });

  function lookAt(path: string, size: bigint): FileLook {
    const findings = { format: 'epub', layout: 'reflowable', drm: null, problem: null, warnings: [] } as const;
    const draft = { ...emptyDraft(), title: path.replace('.epub', '') };
    return {
      listed: { path, size, mtimeNs: 1n, inode: path },
      content: { ownerId: null, fingerprint: path, size },
      reading: {
        findings: { ...findings, warnings: [], says: { statements: [{ source: 'file', draft }] } },
        cover: null,
      },
      provisional: false,
    };
  }

  it('keeps the others, and looks at that one again later', async () => {
    const arrivals = await database.arrivals.claim(library.id, 10);
    const outcomes = arrivals.map((arrival): Outcome => {
      return { kind: 'look', arrival, look: lookAt(arrival.path, arrival.path.startsWith('Odd') ? ODD : 5n) };
    });
    const { done, failed, kept } = await keeping.together(library, outcomes);
    expect({ done, failed, kept: kept.map(({ path }) => path) }).toEqual({
      done: 2,
      failed: 0,
      kept: ['Emma.epub', 'Persuasion.epub'],
    });
    const places = await database.places.at(library.id, BATCH);
    expect(places.map(({ path }) => path).toSorted()).toEqual(['Emma.epub', 'Persuasion.epub']);
    expect(await database.arrivals.claim(library.id, 10)).toEqual([]);
    expect(await database.arrivals.claimPath(library.id, 'Odd.epub')).toMatchObject({ attempts: 1 });
  });
});

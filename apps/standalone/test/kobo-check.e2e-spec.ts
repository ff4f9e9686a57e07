import { anEpub, type CheckOutcome, Kit, koboCheck, linesOf, pngCover, runChecks, SUBJECTS } from '@octavo/testing';
import { readConfig } from '@octavo/platform';
import { join } from 'node:path';
import { startGateway } from '../../gateway/src/start-gateway.js';
import { ADMIN, freePort, type House, startHouse } from './house.js';
import { houseHands } from './kobo-hands.js';

const CHECKS = SUBJECTS.flatMap(({ checks }) => checks);

/** Everybody who has an account may sync. */
const NOT_OURS = ['sign-in.no-right'];

/** Where servers differ: how we do it. */
const OURS: [check: string, note: string][] = [
  ['sync.edited', 'ChangedProductMetadata'],
  ['sync.edited-gently', 'with the entitlement beside the metadata'],
  ['sync.new-file', 'NewEntitlement'],
  ['sync.deleted', 'hidden from the archive'],
  ['sync.converting', 'it comes once it is ready'],
  ['metadata.unknown', '200 []'],
  ['tags.unknown', 'taken, then dropped'],
  ['deletions.unknown', '204'],
];

describe('our own house, seen by the conformance checks', () => {
  let house: House;
  let unconfigured: Awaited<ReturnType<typeof startGateway>>;
  let outcomes: Map<string, CheckOutcome>;

  beforeAll(async () => {
    const port = await freePort();
    house = await startHouse('postgres', {}, { PORT: String(port), PUBLIC_URL: `http://127.0.0.1:${port}` });
    const hands = houseHands(house);
    const base = await hands.reader(0);
    unconfigured = await secondGateway(house);
    const titles = ['One', 'Two', 'Three', 'Four'];
    const books = titles.map((title, seed) => ({
      file: anEpub().titled(title).by('Jane Doe').withChapters(2).build(),
      cover: pngCover({ seed }),
    }));
    await hands.addBooks(base, books);
    const all = await runChecks(
      new Kit({ base, hands: { ...hands, unconfigured: base.replace(house.url, unconfigured.url) }, write: true }),
    );
    outcomes = new Map(all.map((outcome) => [outcome.check.id, outcome]));
  }, 1_200_000);
  afterAll(async () => {
    await unconfigured?.stop();
    await house?.close();
  });

  it.each(CHECKS.filter(({ id }) => !NOT_OURS.includes(id)).map(({ id, title }) => [id, title]))(
    'passes %s: %s',
    (id) => {
      const outcome = outcomes.get(id)!;
      expect(outcome.state === 'passed' ? [] : linesOf(outcome)).toEqual([]);
    },
  );

  it.each(OURS)('decides on %s: %s', (id, note) => expect(outcomes.get(id)).toMatchObject({ note }));

  it('can be checked from the command line with a key, and is left as it was', async () => {
    const { body: device } = await house.admin.post('/api/devices', { name: 'To be checked' });
    const { body: key } = await house.admin.post('/api/api-keys', { name: 'Checks' });
    const before = (await house.admin.get('/api/devices')).body.total;
    const lines: string[] = [];
    const args = [device.apiEndpoint, '--api', house.url, '--key', key.key, '--only', 'shelves'];
    expect(await koboCheck(args, (line) => lines.push(line))).toBe(0);
    expect(lines.filter((line) => line.startsWith('✔')).length).toBe(1);
    expect(lines.join('\n')).not.toContain(device.token);
    expect((await house.admin.get('/api/devices')).body.total).toBe(before);
    expect((await house.admin.get('/api/shelves')).body.items).toEqual([]);
  });

  it('is asked everything but what it does not have', () => {
    const skipped = [...outcomes.values()].filter(({ state }) => state === 'skipped');
    expect(skipped.map(({ check }) => check.id)).toEqual(NOT_OURS);
  });
});

/** The same house by another door, where nobody said what its address is. */
async function secondGateway(house: House) {
  const settings = {
    PORT: String(await freePort()),
    ENRICHMENT: 'off',
    DATA_DIR: join(house.books, '../data'),
    LIBRARY_DIRS: house.books,
    DATABASE_URL: house.databaseUrl,
    QUEUE_BACKEND: 'postgres',
    ADMIN_EMAIL: ADMIN.email,
    ADMIN_PASSWORD: ADMIN.password,
    LOG_LEVEL: 'silent',
  };
  return startGateway(readConfig(settings));
}

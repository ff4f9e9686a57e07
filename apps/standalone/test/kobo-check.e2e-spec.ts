import { anEpub, Kit, type CheckOutcome, pngCover, runChecks, SUBJECTS } from '@octavo/testing';
import { type House, startHouse } from './house.js';
import { houseHands } from './kobo-hands.js';

const CHECKS = SUBJECTS.flatMap(({ checks }) => checks);

/** We always know our public address, and everybody may sync. */
const NOT_OURS = ['sign-in.no-right', 'initialization.forwarded'];

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
  let outcomes: Map<string, CheckOutcome>;

  beforeAll(async () => {
    house = await startHouse();
    const hands = houseHands(house);
    const base = await hands.reader(0);
    const titles = ['One', 'Two', 'Three', 'Four'];
    const books = titles.map((title, seed) => ({
      file: anEpub().titled(title).by('Jane Doe').withChapters(2).build(),
      cover: pngCover({ seed }),
    }));
    await hands.addBooks(base, books);
    const all = await runChecks(new Kit({ base, hands, write: true }));
    outcomes = new Map(all.map((outcome) => [outcome.check.id, outcome]));
  }, 1_200_000);
  afterAll(() => house?.close());

  it.each(CHECKS.filter(({ id }) => !NOT_OURS.includes(id)).map(({ id, title }) => [id, title]))(
    'passes %s: %s',
    (id) => expect(outcomes.get(id)).toMatchObject({ state: 'passed' }),
  );

  it.each(OURS)('decides on %s: %s', (id, note) => expect(outcomes.get(id)).toMatchObject({ note }));

  it('is asked everything but what it does not have', () => {
    const skipped = [...outcomes.values()].filter(({ state }) => state === 'skipped');
    expect(skipped.map(({ check }) => check.id)).toEqual(NOT_OURS);
  });
});

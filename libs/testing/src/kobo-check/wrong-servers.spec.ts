import { SUBJECTS } from './checks/index.js';
import { BOOK_FAULTS } from './faults/book-faults.js';
import { CHANGE_FAULTS } from './faults/change-faults.js';
import type { Fault } from './faults/fault.js';
import { OTHER_FAULTS } from './faults/other-faults.js';
import { SIGN_IN_FAULTS } from './faults/sign-in-faults.js';
import { STATE_FAULTS } from './faults/state-faults.js';
import { SYNC_FAULTS } from './faults/sync-faults.js';
import { TAG_FAULTS } from './faults/tag-faults.js';
import { Kit } from './kit.js';
import { ModelServer } from './model/model-server.js';
import { type CheckOutcome, runChecks } from './run-checks.js';

const FAULTS = [
  ...SIGN_IN_FAULTS,
  ...SYNC_FAULTS,
  ...CHANGE_FAULTS,
  ...BOOK_FAULTS,
  ...STATE_FAULTS,
  ...TAG_FAULTS,
  ...OTHER_FAULTS,
];

describe('a server with one fault', () => {
  let server: ModelServer;
  beforeEach(async () => {
    server = await new ModelServer().open();
  });
  afterEach(() => server.close());

  async function outcomeOf(id: string, fault: Fault): Promise<CheckOutcome | undefined> {
    const { with: made, ...plain } = fault();
    const { wrong, hands } = { ...plain, ...made?.(server) };
    if (wrong) server.wrong = wrong;
    const kit = new Kit({ base: server.base, hands: { ...server.hands, ...hands }, write: true });
    return (await runChecks(kit, { only: id })).find(({ check }) => check.id === id);
  }

  it.each(FAULTS)('fails %s: it %s', async (id, _what, fault) => {
    const outcome = await outcomeOf(id, fault);
    expect(outcome).toMatchObject({ state: 'failed', expected: expect.not.stringMatching(/come to its end/) });
  });

  it('is thought of for every check', () => {
    const ids = SUBJECTS.flatMap(({ checks }) => checks.map(({ id }) => id));
    expect(ids.filter((id) => !FAULTS.some(([faulty]) => faulty === id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

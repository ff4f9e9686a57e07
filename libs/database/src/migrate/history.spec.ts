import fc from 'fast-check';
import { compareHistory, type LedgerRow } from './history.js';
import type { Migration } from './migration-files.js';

const migration = (name: string, checksum = `sum of ${name}`): Migration => ({ name, checksum, sql: '' });
const row = (name: string, others: Partial<LedgerRow> = {}): LedgerRow => ({
  migration_name: name,
  checksum: `sum of ${name}`,
  finished_at: new Date(0),
  rolled_back_at: null,
  ...others,
});
const NONE = { applied: [], pending: [], failed: [], edited: [], unknown: [] };

it.each([
  { case: 'an empty database', disk: ['1', '2'], ledger: [], expected: { pending: ['1', '2'] } },
  { case: 'everything applied', disk: ['1'], ledger: [row('1')], expected: { applied: ['1'] } },
  { case: 'one to go', disk: ['1', '2'], ledger: [row('1')], expected: { applied: ['1'], pending: ['2'] } },
  {
    case: 'begun and not finished',
    disk: ['1'],
    ledger: [row('1', { finished_at: null })],
    expected: { failed: ['1'] },
  },
  {
    case: 'failed, then marked as rolled back',
    disk: ['1'],
    ledger: [row('1', { finished_at: null, rolled_back_at: new Date(1) })],
    expected: { pending: ['1'] },
  },
  {
    case: 'rolled back, then applied',
    disk: ['1'],
    ledger: [row('1', { finished_at: null, rolled_back_at: new Date(1) }), row('1')],
    expected: { applied: ['1'] },
  },
  {
    case: 'changed on disk since',
    disk: ['1'],
    ledger: [row('1', { checksum: 'another' })],
    expected: { applied: ['1'], edited: ['1'] },
  },
  {
    case: 'used by a newer version',
    disk: ['1'],
    ledger: [row('1'), row('2')],
    expected: { applied: ['1', '2'], unknown: ['2'] },
  },
])('$case', ({ disk, ledger, expected }) => {
  expect(
    compareHistory(
      disk.map((name) => migration(name)),
      ledger,
    ),
  ).toEqual({ ...NONE, ...expected });
});

const names = fc.subarray(['1', '2', '3', '4', '5']);
const ledgers = fc.array(
  fc.record({
    migration_name: fc.constantFrom('1', '2', '3', '4', '5', '6'),
    checksum: fc.constantFrom('same', 'other'),
    finished_at: fc.option(fc.constant(new Date(0))),
    rolled_back_at: fc.option(fc.constant(new Date(0))),
  }),
);

it('calls each migration on disk either pending or attempted, never both', () => {
  fc.assert(
    fc.property(names, ledgers, (disk, ledger) => {
      const { applied, pending, failed } = compareHistory(
        disk.map((name) => migration(name, 'same')),
        ledger,
      );
      const attempted = new Set([...applied, ...failed]);
      for (const name of disk) expect(pending.includes(name)).toBe(!attempted.has(name));
      expect(pending).toEqual(disk.filter((name) => pending.includes(name)));
    }),
  );
});

import { editBook } from './edit-book.js';
import { mergeBook } from './merge-book.js';
import { says, storedBook } from './testing/stored-books.js';
import { undo } from './undo.js';

const before = storedBook(
  { title: 'Dune', publisher: 'Old' },
  { title: { source: 'file' }, publisher: { source: 'filepath' } },
);
const run = mergeBook(
  before,
  [says('enrichment', { publisher: 'Ace', description: 'Sand.' }, { provider: 'amazon' })],
  { mode: 'normal' },
);

it('undo gives back what was before, and where it came from', () => {
  const { metadata, origins, undone, kept } = undo(run, run.changes);
  expect({ metadata, origins }).toEqual(before);
  expect(undone).toHaveLength(2);
  expect(kept).toEqual([]);
});

it('a field that was changed since stays, and that is said', () => {
  const { metadata, origins, kept } = undo(editBook(run, { publisher: 'Mine' }), run.changes);
  expect(metadata).toEqual({ ...before.metadata, publisher: 'Mine' });
  expect(origins).toEqual({ ...before.origins, publisher: { source: 'manual' } });
  expect(kept).toMatchObject([{ change: { field: 'publisher' }, reason: 'changed since' }]);
});

it('a field that says the same by another source since stays too', () => {
  const taken = { ...run, origins: { ...run.origins, publisher: { source: 'manual' as const } } };
  expect(undo(taken, run.changes).kept).toMatchObject([{ change: { field: 'publisher' }, reason: 'changed since' }]);
});

it('a field that was locked since stays', () => {
  const locked = { ...run, origins: { ...run.origins, publisher: { ...run.origins.publisher!, locked: true } } };
  expect(undo(locked, run.changes).kept).toMatchObject([{ change: { field: 'publisher' }, reason: 'locked' }]);
});

it('undo may run twice', () => {
  const once = undo(run, run.changes);
  const twice = undo(once, run.changes);
  expect(twice.metadata).toEqual(once.metadata);
  expect(twice.undone).toEqual([]);
});

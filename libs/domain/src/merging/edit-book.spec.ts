import { editBook } from './edit-book.js';
import { storedBook } from './testing/stored-books.js';

const stored = storedBook(
  {
    title: 'Dune',
    publisher: 'Ace',
    contributors: [
      { name: 'A', role: 'author' },
      { name: 'N', role: 'narrator' },
    ],
  },
  { title: { source: 'file' }, publisher: { source: 'file', locked: true }, contributors: { source: 'file' } },
);

it('only what becomes another is theirs from now on', () => {
  const { metadata, origins, changes } = editBook(stored, { title: 'Dune ', language: 'en' });
  expect(metadata).toEqual({ ...stored.metadata, language: 'en' });
  expect(origins).toEqual({ ...stored.origins, language: { source: 'manual' } });
  expect(changes).toMatchObject([{ field: 'language', before: null, after: 'en', source: 'manual' }]);
});

it('of the contributors only the groups that change', () => {
  const contributors = [
    { name: 'B', role: 'author' as const },
    { name: 'N', role: 'narrator' as const },
  ];
  const { origins } = editBook(stored, { contributors });
  expect(origins).toEqual({ ...stored.origins, 'contributors.author': { source: 'manual' } });
});

it('an emptied field is theirs, a locked one may be edited and stays locked, and a title cannot be emptied', () => {
  const { metadata, origins } = editBook(stored, { publisher: '', title: ' ', contributors: [] });
  expect(metadata).toEqual({ ...stored.metadata, publisher: null, contributors: [] });
  expect(origins).toEqual({
    title: { source: 'file' },
    publisher: { source: 'manual', locked: true },
    contributors: { source: 'manual' },
  });
});

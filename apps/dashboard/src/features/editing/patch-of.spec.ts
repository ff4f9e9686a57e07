import { BookPatch } from '@octavo/contracts';
import { METADATA_FIELDS } from '@octavo/domain';
import { formOf } from './book-form.js';
import { changedFields, patchOf } from './patch-of.js';

const emma = formOf(
  {
    ...{ title: 'Emma', subtitle: null, description: '<p>One.</p><p>Two.</p>', publisher: 'John Murray' },
    ...{ publishedDate: '1815', language: 'en', subjects: ['Classics'], abridged: null },
    contributors: [{ name: 'Jane Austen', role: 'author' }],
    series: [{ name: 'Manners', number: null }],
    identifiers: [{ scheme: 'isbn', value: '9780141439587' }],
  },
  474,
);

describe('what is sent of a form', () => {
  it('has every field there is', () => {
    expect(Object.keys(emma).toSorted()).toEqual(METADATA_FIELDS.toSorted());
  });

  it('is nothing where nothing was changed, or changed back', () => {
    expect(patchOf(emma, {})).toEqual({});
    expect(patchOf(emma, { ...emma })).toEqual({});
    expect(patchOf(emma, { title: ' Emma ', series: [...emma.series, { name: ' ', number: '' }] })).toEqual({});
  });

  it.each([
    [{ title: 'Emma Woodhouse' }, { title: 'Emma Woodhouse' }],
    [{ subtitle: ' A novel ' }, { subtitle: 'A novel' }],
    [{ publisher: '' }, { publisher: null }],
    [{ description: 'One.\n\nThree.' }, { description: 'One.\n\nThree.' }],
    [{ pageCount: '480' }, { pageCount: 480 }],
    [{ pageCount: '' }, { pageCount: null }],
    [{ abridged: 'false' }, { abridged: false }],
    [{ subjects: [] }, { subjects: [] }],
    [{ series: [{ name: 'Manners', number: '4' }] }, { series: [{ name: 'Manners', number: '4' }] }],
    [{ series: [{ name: '', number: '4' }] }, { series: [] }],
    [
      { identifiers: [...emma.identifiers, { scheme: ' ASIN ', value: 'B000000001' }] },
      { identifiers: [...emma.identifiers, { scheme: 'asin', value: 'B000000001' }] },
    ],
    [
      { contributors: [{ name: 'J. Austen ', role: 'author' as const }] },
      { contributors: [{ name: 'J. Austen', role: 'author' }] },
    ],
  ])('is only what was changed: %j', (edits, patch) => {
    expect(patchOf(emma, edits)).toEqual(patch);
    expect(BookPatch.safeParse(patch).success).toBe(true);
    expect(changedFields(emma, edits)).toEqual(Object.keys(patch));
  });
});

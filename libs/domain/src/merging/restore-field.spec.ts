import { NOTHING_KNOWN } from './field-values.js';
import type { StoredBook } from './origins.js';
import { restoreField } from './restore-field.js';

const stored: StoredBook = {
  metadata: { ...NOTHING_KNOWN, title: 'Emma!', publishedDate: '1999' },
  origins: { title: { source: 'manual' }, publishedDate: { source: 'manual' } },
};
const file = { source: 'file', draft: { title: 'Emma', published: { year: 1815 } } } as const;

describe('a field as a source has it', () => {
  it('is taken over what a person wrote, and alone', () => {
    const { metadata, origins } = restoreField(stored, 'title', file);
    expect(metadata).toMatchObject({ title: 'Emma', publishedDate: '1999' });
    expect(origins).toEqual({ title: { source: 'file' }, publishedDate: { source: 'manual' } });
  });

  it('is a date too', () => {
    expect(restoreField(stored, 'publishedDate', file).metadata.publishedDate).toBe('1815');
  });

  it('stays where the source says nothing, or it is locked', () => {
    expect(restoreField(stored, 'publisher', file).changes).toEqual([]);
    const held = { ...stored, origins: { title: { source: 'manual', locked: true } } } as const;
    expect(restoreField(held, 'title', file).changes).toEqual([]);
  });
});

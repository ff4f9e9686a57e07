import { emptyDraft } from '../book.js';
import { bookFrom, withPathTitle } from './book-from.js';

describe('a book nobody knew before', () => {
  it('notes for each field that is there where it comes from, and for no other', () => {
    const draft = { ...emptyDraft(), publisher: 'Ace', published: { year: 1969, month: 3 } };
    const { metadata, origins } = bookFrom(withPathTitle([{ source: 'file', draft }], 'Left Hand.epub'));
    expect(metadata).toMatchObject({ title: 'Left Hand', publisher: 'Ace', publishedDate: '1969-03', language: null });
    expect(origins).toEqual({
      title: { source: 'filepath' },
      publisher: { source: 'file' },
      publishedDate: { source: 'file' },
    });
  });

  it('takes each field from the most trusted source that has it, and a subtitle from where its title comes', () => {
    const { metadata, origins } = bookFrom([
      { source: 'sidecar', draft: { title: 'Emma', subjects: [] } },
      { source: 'file', draft: { title: 'EMMA.doc', subtitle: 'final version', subjects: ['Fiction'] } },
      { source: 'filepath', draft: { title: 'emma', published: { year: 1815 } } },
    ]);
    expect(metadata).toMatchObject({ title: 'Emma', subtitle: null, subjects: ['Fiction'], publishedDate: '1815' });
    expect(origins).toEqual({
      title: { source: 'sidecar' },
      subjects: { source: 'file' },
      publishedDate: { source: 'filepath' },
    });
  });

  it('of two files takes the better source first, and between equals the first file', () => {
    const of = (path: string, draft: object, order: number) =>
      withPathTitle([{ source: 'file', draft }], path).map((statement) => ({ ...statement, order }));
    const { metadata, origins } = bookFrom([
      ...of('left_hand.epub', { publisher: 'Ace' }, 0),
      ...of('left_hand.pdf', { title: 'The Left Hand of Darkness', subtitle: 'A Novel', publisher: 'Orbit' }, 1),
    ]);
    expect(metadata).toMatchObject({ title: 'The Left Hand of Darkness', subtitle: 'A Novel', publisher: 'Ace' });
    expect(origins).toMatchObject({ title: { source: 'file' }, publisher: { source: 'file' } });
  });

  it('keeps the title that the name of its file was read as', () => {
    const named = { source: 'filepath', draft: { title: 'Emma' } } as const;
    expect(withPathTitle([named], 'Austen - Emma (1815).epub')).toEqual([named]);
  });
});

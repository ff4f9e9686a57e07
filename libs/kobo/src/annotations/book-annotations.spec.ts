import { BookAnnotation } from '@octavo/contracts';
import { bookAnnotations, type StoredAnnotation } from './book-annotations.js';

const stored = (id: string, body: object, minute = 0): StoredAnnotation => ({
  id,
  body: { id, highlightedText: id, ...body },
  modifiedAt: new Date(Date.UTC(2026, 2, 8, 12, minute)),
  device: 'Clara',
});
const at = (chapterFilename: string, chapterProgress: unknown) => ({
  location: { span: { chapterFilename, chapterProgress } },
});

describe('the annotations of a book, as they are shown', () => {
  it('have what the device said of them', () => {
    const span = { chapterFilename: 'c1.xhtml', chapterProgress: 0.25, chapterTitle: 'One' };
    const body = {
      type: 'note',
      highlightedText: 'All happy families',
      noteText: 'really?',
      highlightColor: '#FFF6A3',
    };
    const [shown] = bookAnnotations([stored('a', { ...body, location: { span } })]);
    expect(BookAnnotation.parse(shown)).toEqual({
      id: 'a',
      kind: 'note',
      text: 'All happy families',
      note: 'really?',
      color: '#FFF6A3',
      chapter: 'One',
      chapterProgress: 0.25,
      device: 'Clara',
      modifiedAt: '2026-03-08T12:00:00.000Z',
    });
  });

  it.each<[string, object, object | undefined]>([
    ['nothing but text', {}, { kind: 'highlight', note: null, color: null, chapter: null, chapterProgress: null }],
    ['a note and no type', { noteText: 'n' }, { kind: 'note', note: 'n' }],
    [
      'a note without text',
      { type: 'note', highlightedText: '', noteText: 'n' },
      { kind: 'note', text: '', note: 'n' },
    ],
    ['progress as text', at('c', '0.5'), { chapterProgress: 0.5 }],
    ['progress beyond the end', at('c', 7), { chapterProgress: null }],
    ['parts of wrong types', { noteText: 5, highlightColor: {}, location: 'x' }, { note: null, color: null }],
    ['nothing to read', { type: 'highlight', highlightedText: null }, undefined],
    ['a turned-down corner', { type: 'dogear' }, undefined],
  ])('with %s', (_what, body, expected) => {
    const [shown] = bookAnnotations([stored('a', body)]);
    if (!expected) return expect(shown).toBeUndefined();
    expect(BookAnnotation.parse(shown)).toMatchObject(expected);
  });

  it('stand in the order of the text, as far as it can be told', () => {
    const all = [
      stored('no place, later', {}, 9),
      stored('no place', {}, 1),
      stored('10', at('c10.xhtml', 0.1)),
      stored('2, unknown', at('c2.xhtml', null)),
      stored('2, late', at('c2.xhtml', 0.9)),
      stored('2, early, later', at('c2.xhtml', 0.1), 5),
      stored('2, early', at('c2.xhtml', 0.1), 4),
    ];
    const expected = ['2, early', '2, early, later', '2, late', '2, unknown', '10', 'no place', 'no place, later'];
    expect(bookAnnotations(all).map(({ id }) => id)).toEqual(expected);
    expect(bookAnnotations(all.toReversed()).map(({ id }) => id)).toEqual(expected);
  });
});

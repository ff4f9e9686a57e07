import { type SaidBySource, sourceChoices } from './source-choices.js';

const said = (source: SaidBySource['source'], values: object, name: string | null = null): SaidBySource => ({
  ...{ source, provider: null, url: null, name },
  values: { ...values },
});

describe('other values for a field', () => {
  it('are those of the sources that say something of it, with where they are from', () => {
    const sources = [
      said('filepath', { title: 'emma' }, 'emma.epub'),
      said('file', { title: 'Emma', subjects: [] }, 'emma.epub'),
      said('sidecar', { language: 'en' }),
    ];
    expect(sourceChoices(sources, 'title')).toEqual([
      { source: 'filepath', provider: null, origin: 'the file’s name, emma.epub', words: 'emma' },
      { source: 'file', provider: null, origin: 'the book’s own file, emma.epub', words: 'Emma' },
    ]);
    expect(sourceChoices(sources, 'subjects')).toEqual([]);
    expect(sourceChoices(sources, 'language').map(({ origin }) => origin)).toEqual(['a file beside the book']);
  });

  it('are of several files only those of the first, since the server goes back to that one', () => {
    const sources = [said('file', { title: 'A' }, 'a.epub'), said('file', { title: 'B', language: 'en' }, 'b.pdf')];
    expect(sourceChoices(sources, 'title').map(({ words }) => words)).toEqual(['A']);
    expect(sourceChoices(sources, 'language')).toEqual([]);
  });

  it('keep providers apart', () => {
    const amazon = { ...said('enrichment', { title: 'A' }), provider: 'amazon' };
    const goodreads = { ...said('enrichment', { title: 'B' }), provider: 'goodreads' };
    expect(sourceChoices([amazon, goodreads], 'title').map(({ origin }) => origin)).toEqual(['Amazon', 'Goodreads']);
  });
});

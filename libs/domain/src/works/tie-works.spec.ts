import { audiobook, ebook } from './testing/forms.js';
import { tieWorks } from './tie-works.js';

const HERBERT = ['Frank Herbert'];
const HEARD = audiobook('Dune', HERBERT, { language: 'en' });
const on = (workId: string, form: ReturnType<typeof ebook>) => ({ workId, form });

describe('a newcomer', () => {
  it('is tied to the one work that it is', () => {
    const shortlist = [
      on('messiah', ebook('Dune Messiah', HERBERT)),
      on('dune', ebook('Dune', HERBERT, { id: 'e1' })),
      on('summary', ebook('Dune: Summary', HERBERT)),
    ];
    expect(tieWorks(HEARD, shortlist)).toEqual({ tie: 'dune', suggestions: [] });
  });

  it('is tied to none of two that fit as well, and both are suggested', () => {
    const shortlist = [on('w1', ebook('Dune', HERBERT, { id: 'e1' })), on('w2', ebook('DUNE', HERBERT, { id: 'e2' }))];
    const { tie, suggestions } = tieWorks(HEARD, shortlist);
    expect(tie).toBeUndefined();
    expect(suggestions.map(({ bookId }) => bookId)).toEqual(['e1', 'e2']);
  });

  it('counts books of one work once, by the best of them', () => {
    const shortlist = [
      on('w1', ebook('Dune', ['F. Herbert'], { id: 'e1' })),
      on('w1', ebook('Dune', HERBERT, { id: 'e2' })),
      on('w1', audiobook('Dune', HERBERT, { id: 'a2', language: 'en' })),
    ];
    expect(tieWorks(HEARD, shortlist)).toEqual({ tie: 'w1', suggestions: [] });
  });

  it('gets questions about those that may be it, each with its reasons', () => {
    const shortlist = [on('fr', ebook('Dune', HERBERT, { id: 'e1', language: 'fr' }))];
    const { tie, suggestions } = tieWorks(HEARD, shortlist);
    expect(tie).toBeUndefined();
    expect(suggestions).toHaveLength(1);
    expect(suggestions[0]?.reasons).toContain('other language: en, fr');
  });

  it('is tied where a rival is only a question', () => {
    const shortlist = [
      on('fr', ebook('Dune', HERBERT, { id: 'e1', language: 'fr' })),
      on('en', ebook('Dune', HERBERT, { id: 'e2', language: 'en' })),
    ];
    expect(tieWorks(HEARD, shortlist)).toMatchObject({ tie: 'en', suggestions: [{ bookId: 'e1' }] });
  });

  it('is not its own partner, and has none on an empty list', () => {
    expect(tieWorks(HEARD, [on('w1', { ...HEARD, medium: 'ebook' })])).toEqual({ suggestions: [] });
    expect(tieWorks(HEARD, [])).toEqual({ suggestions: [] });
  });

  it('is asked about no more than ten works', () => {
    const many = Array.from({ length: 30 }, (_, at) => on(`w${at}`, ebook('Dune', HERBERT, { id: `e${at}` })));
    expect(tieWorks(HEARD, many).suggestions).toHaveLength(10);
  });
});

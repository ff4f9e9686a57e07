import { choose, scoreHit } from './choose.js';
import type { EditionFound } from './sought-and-found.js';
import { found, sought } from './testing/books.js';

const HERBERT = ['Frank Herbert'];
const isbn = (value: string) => [{ scheme: 'isbn', value }];
const titles = (judged: { candidate: EditionFound }[]) => judged.map(({ candidate }) => candidate.title);

describe('of several candidates', () => {
  it('the best is accepted, other editions of it are suggested and the rest is dropped', () => {
    const right = found('Dune', HERBERT, { description: 'x' });
    const { accepted, suggestions, dropped } = choose(sought('Dune', HERBERT), [
      found('Summary of Dune', ['BookHabits']),
      found('Dune: Deluxe Edition', HERBERT),
      right,
      found('Dune Messiah', HERBERT),
    ]);
    expect(accepted?.candidate).toBe(right);
    expect(titles(suggestions)).toEqual(['Dune: Deluxe Edition']);
    expect(suggestions[0]!.match.verdict).toBe('suggest');
    expect(titles(dropped)).toEqual(['Dune Messiah', 'Summary of Dune']);
  });

  it('none is accepted where another book fits about as well', () => {
    const { accepted, suggestions } = choose(sought('Dune', ['Herbert']), [
      found('Dune', ['Frank Herbert']),
      found('Dune', ['Brian Herbert']),
    ]);
    expect(accepted).toBeUndefined();
    expect(suggestions).toHaveLength(2);
    expect(suggestions[0]!.match).toMatchObject({ verdict: 'suggest' });
    expect(suggestions[0]!.match.reasons).toContain('as likely as "Dune"');
  });

  it('one is accepted although another book is not far behind, but behind', () => {
    const { accepted } = choose(sought('Dune', ['Frank Herbert']), [
      found('Dune', ['Frank Herbert']),
      found('Dune', ['Herbert Frank Miller']),
      found('The Dune', ['F. Herbert']),
    ]);
    expect(accepted?.candidate.contributors[0]!.name).toBe('Frank Herbert');
  });

  it('volumes of a series that all begin with what is sought are rivals', () => {
    const { accepted, suggestions } = choose(sought('The Lord of the Rings', ['J. R. R. Tolkien']), [
      found('The Lord of the Rings: The Two Towers', ['J. R. R. Tolkien']),
      found('The Lord of the Rings: The Return of the King', ['J. R. R. Tolkien']),
    ]);
    expect(accepted).toBeUndefined();
    expect(suggestions).toHaveLength(2);
  });

  it('years of a yearbook are rivals', () => {
    const title = 'The Best Science Fiction Stories of the Year';
    const { accepted } = choose(sought(title, ['A. Editor']), [
      found(`${title} 2019`, ['A. Editor']),
      found(`${title} 2020`, ['A. Editor']),
    ]);
    expect(accepted).toBeUndefined();
  });

  it('the year tells editions apart', () => {
    const edition = (year: number) => found('Dune', HERBERT, { published: { year }, title: 'Dune' });
    const { accepted } = choose(sought('Dune', ['F. Herbert'], { year: 1990 }), [
      edition(2005),
      edition(1990),
      edition(1965),
    ]);
    expect(accepted?.candidate.published).toEqual({ year: 1990 });
  });

  it('between equals the first is taken', () => {
    const [first, second] = [found('Dune', HERBERT), found('Dune', HERBERT)];
    expect(choose(sought('Dune', HERBERT), [first, second]).accepted?.candidate).toBe(first);
  });

  it('none gives nothing', () => {
    expect(choose(sought('Dune', HERBERT), [])).toEqual({ suggestions: [], dropped: [] });
  });
});

describe('with an identifier', () => {
  const NUMBER = '9780441172719';

  it('the edition that bears it goes before one that fits as well', () => {
    const own = found('Collected Poems', ['A. Poet'], { identifiers: isbn(NUMBER) });
    const query = sought('Collected Poems', ['A. Poet'], { identifiers: isbn(NUMBER), year: 1990 });
    const { accepted } = choose(query, [found('Collected Poems', ['A. Poet'], { published: { year: 1990 } }), own]);
    expect(accepted?.candidate).toBe(own);
    expect(accepted?.match.byIdentifier).toBe(true);
  });

  it('of a book whose title is shared by another one, the identifier decides', () => {
    const own = found('Dune', ['Frank Herbert'], { identifiers: isbn(NUMBER) });
    const query = sought('Dune', ['Frank Herbert', 'Frank Miller'], { identifiers: isbn(NUMBER), year: 1990 });
    const { accepted } = choose(query, [found('Dune', ['Frank Miller'], { published: { year: 1990 } }), own]);
    expect(accepted?.candidate).toBe(own);
  });

  it('of another book of the author, while the words name a third, a person decides', () => {
    const { accepted, suggestions } = choose(
      sought('The Well of Ascension', ['Brandon Sanderson'], { identifiers: isbn(NUMBER) }),
      [
        found('The Final Empire', ['Brandon Sanderson'], { identifiers: isbn(NUMBER) }),
        found('The Well of Ascension', ['Brandon Sanderson']),
      ],
    );
    expect(accepted).toBeUndefined();
    expect(suggestions).toHaveLength(2);
  });

  it('of a book with neither the title nor the author nothing is applied', () => {
    const query = sought('Emma', ['Jane Austen'], { identifiers: isbn(NUMBER) });
    const { accepted, suggestions } = choose(query, [found('Dune', HERBERT, { identifiers: isbn(NUMBER) })]);
    expect(accepted).toBeUndefined();
    expect(suggestions[0]!.match).toMatchObject({ score: 0.6, byIdentifier: false });
  });
});

describe('an entry of a list', () => {
  const hit = { title: 'Dune', authors: HERBERT, series: [], identifiers: [] };

  it('is scored as the whole is', () => {
    expect(scoreHit(sought('Dune', HERBERT), hit)).toMatchObject({ score: 1, verdict: 'accept', title: 1, author: 1 });
  });

  it('without an author is worth a look', () => {
    expect(scoreHit(sought('Dune', HERBERT), { ...hit, authors: [] })).toMatchObject({
      score: 0.8,
      verdict: 'suggest',
    });
  });

  it('says why it is not the book', () => {
    const { reasons } = scoreHit(sought('Dune', HERBERT), { ...hit, title: 'Dune: Study Guide' });
    expect(reasons).toEqual(['title 0.94', 'author 1.00', 'about the book, not the book itself']);
  });
});

it('small differences never add up to more than three hundredths', () => {
  const query = sought('Dune', ['Brian Herbert'], { year: 1965, language: 'en', pageCount: 412 });
  const plain = { language: undefined };
  const rich = {
    ...{ published: { year: 1966 }, language: 'en', pageCount: 400, form: 'kindle' as const },
    ...{ cover: ['https://covers.example/1.jpg'], description: 'x', rating: { count: 2_000_000 } },
  };
  const scores = [plain, rich].map((more) => scoreOf(found('Dune Messiah', ['B. Herbert'], more)));
  expect(scores[1]! - scores[0]!).toBeCloseTo(0.03, 5);

  function scoreOf(edition: EditionFound) {
    const { accepted, suggestions, dropped } = choose(query, [edition]);
    return (accepted ?? suggestions[0] ?? dropped[0])!.match.score;
  }
});

import { anAnswer } from '../testing/answers.js';
import { expectGoodHit } from '../testing/clean-candidate.js';
import { readSearchPage } from './search-page.js';
import { bookPage, LEVIATHAN, plainPage, searchList, searchTable, tableRow } from './testing/pages.js';

const CALIBAN = { ...LEVIATHAN, id: '12591698', title: "Caliban's War", series: 'The Expanse, #2' };
const SEARCH = 'https://www.goodreads.com/search?q=x';

function found(page: string, url = SEARCH) {
  const verdict = readSearchPage(anAnswer(page, { url }), {});
  if (verdict.kind !== 'found') throw new Error(verdict.kind);
  verdict.value.forEach(expectGoodHit);
  return verdict.value;
}

describe('a page of search results', () => {
  it('is read as a table', () => {
    const second = '<a class="authorName" href="x">Daniel Abraham</a><a class="authorName" href="x">Daniel Abraham</a>';
    const [first, other] = found(searchTable(tableRow(LEVIATHAN), tableRow(CALIBAN, second)));
    expect(first).toMatchObject({
      id: '8855321',
      title: 'Leviathan Wakes',
      authors: ['James S.A. Corey'],
      series: [{ name: 'The Expanse', number: '1' }],
      published: { year: 2011 },
      candidate: { rating: { value: 4.3, count: 271000 } },
    });
    expect(first?.candidate?.cover?.[0]).toMatch(/8855321\.jpg$/);
    expect(first?.candidate).not.toHaveProperty('published');
    expect(other?.authors).toEqual(['James S.A. Corey', 'Daniel Abraham']);
  });

  it('is read as a list that is there twice', () => {
    const hits = found(searchList([LEVIATHAN, CALIBAN]));
    expect(hits.map(({ id }) => id)).toEqual(['8855321', '12591698']);
    expect(hits[0]).toMatchObject({
      title: 'Leviathan Wakes',
      authors: ['James S.A. Corey'],
      series: [{ name: 'The Expanse', number: '1' }],
      published: { year: 2011 },
    });
    expect(hits[0]?.candidate?.cover?.[0]).toMatch(/8855321\.jpg$/);
  });

  it('is read with what follows late, where it belongs', () => {
    const hits = found(searchList([LEVIATHAN], [CALIBAN]));
    expect(hits.map(({ id }) => id)).toEqual(['8855321', '12591698']);
    expect(hits[1]).toMatchObject({ title: "Caliban's War", authors: ['James S.A. Corey'] });
    expect(hits[1]?.candidate?.cover?.[0]).toMatch(/12591698\.jpg$/);
  });

  it('is read with what follows late where its place is missing', () => {
    const page = searchList([LEVIATHAN], [CALIBAN]).replace(/<template[^>]*><\/template>/g, '');
    expect(found(page).map(({ id }) => id)).toEqual(['8855321', '12591698']);
  });

  it('is read with people who follow late', () => {
    const page = searchList([LEVIATHAN]).replace(
      /<span data-testid="book-item-contributors">.*?<\/a><\/span>/g,
      '<template id="P:z"></template>',
    );
    const late =
      '<div hidden id="S:z"><span data-testid="book-item-contributors"><span data-testid="name">J. Corey</span></span></div>';
    expect(found(page.replace('</body>', `${late}</body>`))[0]?.authors).toEqual(['J. Corey']);
  });

  it('loses only the rows that are broken', () => {
    const broken = '<tr itemtype="http://schema.org/Book"><td><a class="bookTitle">No address</a></td></tr>';
    const untitled =
      '<tr itemtype="http://schema.org/Book"><td><a class="bookTitle" href="/book/show/5"></a></td></tr>';
    expect(found(searchTable(broken, untitled, tableRow(LEVIATHAN), broken)).map(({ id }) => id)).toEqual(['8855321']);
  });

  it('may be the page of the only book', () => {
    const [hit] = found(bookPage(LEVIATHAN), 'https://www.goodreads.com/book/show/8855321-leviathan-wakes');
    expect(hit).toMatchObject({ id: '8855321', candidate: { publisher: 'Orbit' } });
  });

  it.each([
    ['nothing found', plainPage('', '<h3 class="searchSubNavContainer">No results.</h3>'), 'not-found'],
    ['a list without rows', searchList([]), 'blocked'],
    ['a page nobody knows', plainPage('', '<p>Hello</p>'), 'blocked'],
  ])('says of %s what it is', (_, page, kind) => {
    expect(readSearchPage(anAnswer(page, { url: SEARCH }), {}).kind).toBe(kind);
  });
});

import { hitsOn, searchVerdict } from '../testing/ask-amazon.js';
import {
  anOldResult,
  aResult,
  oldResultsPage,
  resultsPage,
  type Mark,
  type ShopResult,
} from '../testing/search-pages.js';
import { bylineFrom } from './byline.js';

const BYLINE =
  '<span>Book 2 of 5: Saltlight</span><span> | </span><span>by </span><a>Mira Valdane</a><span>, et al.</span><span> | </span><span>Apr 22, 2008</span>';
const RIGHT: ShopResult = {
  asin: '0441478123',
  title: 'The Lantern Coast: A Novel of the Tides (Saltlight, 2)',
  byline: BYLINE,
};
const MARKS: Mark[] = ['class', 'label', 'read-out', 'link'];

describe('a list of results', () => {
  it('gives what a result tells', () => {
    expect(hitsOn(resultsPage(aResult(RIGHT)))).toEqual([
      {
        id: '0441478123',
        market: 'com',
        title: 'The Lantern Coast',
        subtitle: 'A Novel of the Tides',
        authors: ['Mira Valdane'],
        series: [{ name: 'Saltlight', number: '2', total: 5 }],
        published: { year: 2008, month: 4, day: 22 },
        identifiers: [{ scheme: 'isbn', value: '9780441478125' }],
        form: 'hardcover',
      },
    ]);
  });

  it.each(MARKS)('leaves out what was paid for and is marked by its %s', (mark) => {
    const paid = aResult({ ...RIGHT, asin: 'B0PAIDFOR1' }, mark);
    expect(hitsOn(resultsPage(paid, aResult(RIGHT))).map(({ id }) => id)).toEqual(['0441478123']);
    expect(searchVerdict(resultsPage(paid))).toEqual({ kind: 'not-found' });
  });

  it('keeps the order: what was paid for, a study guide, the book', () => {
    const guide = { asin: 'B0GUIDE001', title: 'Study Guide: The Lantern Coast' };
    const paid = MARKS.map((mark, at) => aResult({ ...RIGHT, asin: `B0PAIDFOR${at}` }, mark));
    expect(hitsOn(resultsPage(...paid, aResult(guide), aResult(RIGHT))).map(({ id }) => id)).toEqual([
      'B0GUIDE001',
      '0441478123',
    ]);
  });

  it('leaves out calendars, and lists each number once, ten in all', () => {
    const calendar = aResult({ ...RIGHT, asin: 'B0CALENDAR', format: 'Calendar' });
    const more = Array.from({ length: 14 }, (_, at) => aResult({ ...RIGHT, asin: `B0MORE00${10 + at}` }));
    const ids = hitsOn(resultsPage(calendar, aResult(RIGHT), aResult(RIGHT), ...more)).map(({ id }) => id);
    expect(ids.slice(0, 2)).toEqual(['0441478123', 'B0MORE0010']);
    expect(ids).toHaveLength(10);
  });

  it('of 2018 is read too', () => {
    const byline = 'by Mira Valdane | Apr 22, 2008';
    expect(hitsOn(oldResultsPage(anOldResult({ ...RIGHT, byline })))).toMatchObject([
      { id: '0441478123', title: 'The Lantern Coast', form: 'hardcover', authors: ['Mira Valdane'] },
    ]);
  });

  it('bears a result whose number only its link has', () => {
    const page = resultsPage(aResult(RIGHT).replace(' data-asin="0441478123"', ''));
    expect(hitsOn(page)).toMatchObject([{ id: '0441478123' }]);
  });

  it('loses only the result that is broken', () => {
    const broken = aResult({ ...RIGHT, asin: 'B0BROKEN01' }).replace(/<h2.*?<\/h2>/s, '');
    expect(hitsOn(resultsPage(broken, aResult(RIGHT))).map(({ id }) => id)).toEqual(['0441478123']);
  });

  it('says the language a title names', () => {
    const german = { ...RIGHT, title: 'Die Küste (German Edition)', byline: '' };
    expect(hitsOn(resultsPage(aResult(german)))).toMatchObject([{ title: 'Die Küste', language: 'de' }]);
  });
});

describe('the line under a result', () => {
  it.each([
    ['by Mira Valdane | Apr 22, 2008', ['Mira Valdane'], 2008, undefined],
    ['by Mira Valdane and Jon Abery | Apr 22, 2008', ['Mira Valdane', 'Jon Abery'], 2008, undefined],
    ['Mira Valdane', ['Mira Valdane'], undefined, undefined],
    ['Englisch Ausgabe | von Mira Valdane | 22. April 2008', ['Mira Valdane'], 2008, 'en'],
    ['Edición en Inglés | de Mira Valdane | 22 abril 2008', ['Mira Valdane'], 2008, 'en'],
    ['Édition en Anglais | de Mira Valdane, et al. | 22 avril 2008', ['Mira Valdane'], 2008, 'en'],
    ['Mira Valdane | 2008/4/22', ['Mira Valdane'], 2008, undefined],
    ['', [], undefined, undefined],
    ['| |', [], undefined, undefined],
  ])('"%s" names %j', (text, authors, year, language) => {
    const byline = bylineFrom(text);
    expect([byline.authors, byline.published?.year, byline.language]).toEqual([authors, year, language]);
  });
});

import { formatPartialDate } from '@octavo/domain';
import { writtenDate } from './written-date.js';

describe('a date as a shop writes it', () => {
  it.each([
    ['April 22, 2008', '2008-04-22'],
    ['Apr 22, 2008', '2008-04-22'],
    ['7 April 2016', '2016-04-07'],
    ['7 Apr 2016', '2016-04-07'],
    ['7. April 2016', '2016-04-07'],
    ['5. März 2016', '2016-03-05'],
    ['5. Mär. 2016', '2016-03-05'],
    ['5. Mrz. 2016', '2016-03-05'],
    ['22 avril 2008', '2008-04-22'],
    ['1er avril 2008', '2008-04-01'],
    ['15 août 2008', '2008-08-15'],
    ['15 déc. 2008', '2008-12-15'],
    ['3 juil. 2008', '2008-07-03'],
    ['3 juin 2008', '2008-06-03'],
    ['22 de abril de 2008', '2008-04-22'],
    ['1 ago. 2008', '2008-08-01'],
    ['1 set. 2008', '2008-09-01'],
    ['1 settembre 2008', '2008-09-01'],
    ['1 gen 2008', '2008-01-01'],
    ['10 mei 2008', '2008-05-10'],
    ['10 mrt. 2008', '2008-03-10'],
    ['10 maj 2008', '2008-05-10'],
    ['10 października 2008', '2008-10-10'],
    ['10 Ağustos 2008', '2008-08-10'],
    ['2008/4/22', '2008-04-22'],
    ['2008年4月22日', '2008-04-22'],
    ['2008年4月', '2008-04'],
    ['April 2008', '2008-04'],
    ['abril de 2008', '2008-04'],
    ['2008', '2008'],
    ['2008-04-22', '2008-04-22'],
    ['mardi 22 avril 2008', '2008-04-22'],
    ['1st edition', undefined],
    ['Paperback', undefined],
    ['April 2008 to May 2009', undefined],
    ['22 April', undefined],
    ['', undefined],
    ['February 31, 2008', '2008-02'],
    ['January 1, 0101', undefined],
  ])('"%s" is %s', (text, expected) => {
    const date = writtenDate(text);
    expect(date && formatPartialDate(date)).toBe(expected);
  });
});

import { tagsOf } from '../testing/tags-of.js';
import { seriesFrom } from './series.js';

const series = (...tags: [string, string][]) =>
  seriesFrom(tagsOf(...tags)).map(({ name, number }) => (number === undefined ? name : `${name} #${number}`));

describe('the series of an audio file', () => {
  it.each<[string, [string, string][], string[]]>([
    [
      'a name and a part',
      [
        ['SERIES', 'Dune'],
        ['SERIES-PART', '2'],
      ],
      ['Dune #2'],
    ],
    ['a name alone', [['SERIES', 'Dune']], ['Dune']],
    [
      'names and parts in pairs',
      [
        ['SERIES', 'A; B'],
        ['SERIES-PART', '1; 2'],
      ],
      ['A #1', 'B #2'],
    ],
    [
      'more names than parts',
      [
        ['SERIES', 'A; B'],
        ['SERIES-PART', '1'],
      ],
      ['A #1', 'B'],
    ],
    [
      'tags in pairs',
      [
        ['SERIES', 'A'],
        ['SERIES', 'B'],
        ['SERIES-PART', '1'],
        ['SERIES-PART', '2.5'],
      ],
      ['A #1', 'B #2.5'],
    ],
    ['several with their numbers in one tag', [['SERIES', 'Series A #1, Series B #2']], ['Series A #1', 'Series B #2']],
    ['one with a comma', [['SERIES', 'Law, Order']], ['Law, Order']],
    [
      'a show and its episode',
      [
        ['tvsh', 'Dune'],
        ['tven', '2'],
      ],
      ['Dune #2'],
    ],
    [
      'a movement',
      [
        ['MVNM', 'Dune'],
        ['MVIN', '2/6'],
      ],
      ['Dune #2'],
    ],
    [
      'a movement of MP4',
      [
        ['©mvn', 'Dune'],
        ['©mvi', '2'],
      ],
      ['Dune #2'],
    ],
    ['a grouping with a hash', [['©grp', 'Dune #2']], ['Dune #2']],
    ['a grouping with a word', [['TIT1', 'Dune, Book 2']], ['Dune #2']],
    ['a grouping with a dash', [['GRP1', 'Dune - Volume 2']], ['Dune #2']],
    ['a grouping in brackets', [['GROUPING', 'Dune (Book 2)']], ['Dune #2']],
    ['several groupings', [['©grp', 'Dune #2; Desert Books, Book 7']], ['Dune #2', 'Desert Books #7']],
    ['no grouping without a number', [['©grp', 'Fiction']], []],
    [
      'no grouping beside a series',
      [
        ['SERIES', 'Dune'],
        ['©grp', 'Desert #7'],
      ],
      ['Dune'],
    ],
    [
      'a number from a later place',
      [
        ['SERIES', 'Dune'],
        ['©mvn', 'DUNE'],
        ['©mvi', '2'],
      ],
      ['Dune #2'],
    ],
    [
      'no number of the track',
      [
        ['SERIES', 'Dune'],
        ['trkn', '7/9'],
        ['TRCK', '7'],
        ['TRACKNUMBER', '7'],
      ],
      ['Dune'],
    ],
    ['nothing of a lone part', [['SERIES-PART', '2']], []],
    ['nothing of blanks', [['SERIES', ' ; ']], []],
  ])('are %s', (_, tags, expected) => expect(series(...tags)).toEqual(expected));

  it('does not take long over a long text', () => {
    const started = performance.now();
    seriesFrom(tagsOf(['SERIES', 'a #1,'.repeat(20_000)], ['©grp', ' - '.repeat(30_000)]));
    expect(performance.now() - started).toBeLessThan(60_000);
  });
});

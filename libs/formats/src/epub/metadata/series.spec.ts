import { draftOf } from '../../testing/draft-of.js';
import { seriesNumber } from './series.js';

const collection = (id: string, name: string, type?: string, position?: string, refines?: string) =>
  `<meta property="belongs-to-collection" id="${id}"${refines ? ` refines="#${refines}"` : ''}>${name}</meta>` +
  (type ? `<meta refines="#${id}" property="collection-type">${type}</meta>` : '') +
  (position ? `<meta refines="#${id}" property="group-position">${position}</meta>` : '');
const calibre = (name: string, index?: string) =>
  `<meta name="calibre:series" content="${name}"/>${index === undefined ? '' : `<meta name="calibre:series_index" content="${index}"/>`}`;

describe('the series of an EPUB', () => {
  it.each([
    ['stands in a collection', collection('c', 'Earthsea', 'series', '2'), [{ name: 'Earthsea', number: '2' }]],
    ['needs no type', collection('c', 'Earthsea', undefined, '2'), [{ name: 'Earthsea', number: '2' }]],
    ['stands in calibre metas', calibre('Earthsea', '1.0'), [{ name: 'Earthsea', number: '1' }]],
    ['has no number that nobody gave', calibre('Earthsea'), [{ name: 'Earthsea' }]],
    [
      'is one where both say it, with the number of either',
      collection('c', 'Earthsea') + calibre('EARTHSEA', '3'),
      [{ name: 'Earthsea', number: '3' }],
    ],
    [
      'may be several',
      collection('c', 'A', 'series', '1') + collection('d', 'B', 'series', '2'),
      [
        { name: 'A', number: '1' },
        { name: 'B', number: '2' },
      ],
    ],
    ['is a set where nothing is a series', collection('c', 'A', 'set', '1'), [{ name: 'A', number: '1' }]],
    ['is no set beside a series', collection('c', 'A', 'set', '1') + collection('d', 'B', 'series'), [{ name: 'B' }]],
    [
      'comes before the larger one around it',
      collection('d', 'Discworld', 'series', '21', 'c') + collection('c', 'City Watch', 'series', '4'),
      [
        { name: 'City Watch', number: '4' },
        { name: 'Discworld', number: '21' },
      ],
    ],
    [
      'may be a calibre column, in EPUB 2',
      `<meta name="calibre:user_metadata:#cycle" content='{"datatype":"series","#value#":"Hainish","#extra#":4.0}'/>`,
      [{ name: 'Hainish', number: '4' }],
    ],
    [
      'may be a calibre column, in EPUB 3',
      `<meta property="calibre:user_metadata">{"#cycle":{"datatype":"series","#value#":"Hainish","#extra#":4.5},"#x":null}</meta>`,
      [{ name: 'Hainish', number: '4.5' }],
    ],
    ['is none where the column is rubbish', `<meta name="calibre:user_metadata:#cycle" content="{oops"/>`, []],
    ['is none without a name', collection('c', ' ') + calibre('', '1'), []],
  ])('%s', async (_, metadata, series) => expect((await draftOf(metadata)).series).toEqual(series));

  it.each([
    ['1', '1'],
    ['01', '1'],
    ['1.0', '1'],
    ['1.50', '1.5'],
    ['1,5', '1.5'],
    ['0', '0'],
    ['1-3', '1-3'],
    ['2a', '2a'],
    ['2.2.1', '2.2.1'],
    ['II', '2'],
    ['xiv', '14'],
    ['Book 2', '2'],
    ['Vol. 3', '3'],
    ['#4', '4'],
    ['IIII', undefined],
    ['last', undefined],
    ['', undefined],
  ])('counts %j as %j', (text, number) => expect(seriesNumber(text)).toBe(number));
});

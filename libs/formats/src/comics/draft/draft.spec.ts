import type { Role } from '@octavo/domain';
import { comicRole } from '../record/comic-role.js';
import { emptyRecord, type ComicRecord } from '../record/comic-record.js';
import { identifiersOf } from './identifiers.js';
import { peopleOf } from './people.js';
import { issueNumber, seriesOf } from './series.js';
import { titleOf } from './titles.js';

const record = (says: Partial<ComicRecord>): ComicRecord => ({ ...emptyRecord(), ...says });

describe('the title of a comic', () => {
  it.each<[string, Partial<ComicRecord>, string | undefined]>([
    ['its own', { title: 'Year One', series: 'Batman', number: '404' }, 'Year One'],
    ['series and number', { series: 'Batman', number: '404' }, 'Batman #404'],
    ['series and a number in words', { series: 'Batman', number: 'Annual 1' }, 'Batman Annual 1'],
    ['series and half a number', { series: 'Batman', number: '½' }, 'Batman #½'],
    ['series and volume', { series: 'Naruto', volume: '3' }, 'Naruto, Vol. 3'],
    ['series alone where the volume is a year', { series: 'Batman', volume: '2011' }, 'Batman'],
    ['series alone where the volume is unknown', { series: 'Batman', volume: '-1' }, 'Batman'],
    [
      'series and number where the title is the name of the file',
      { title: 'batman  045 (2018)', series: 'Batman', number: '45' },
      'Batman #45',
    ],
    [
      'series and number where the title is tags',
      { title: 'Batman [Digital]', series: 'Batman', number: '45' },
      'Batman #45',
    ],
    [
      'the name of the file where nothing else is said',
      { title: 'Batman 045 (2018)', series: 'Batman' },
      'Batman 045 (2018)',
    ],
    ['one with tags where nothing else is said', { title: 'Batman [Digital]' }, 'Batman [Digital]'],
    ['turned round', { title: 'Killing Joke, The' }, 'The Killing Joke'],
    ['unknown', { number: '3' }, undefined],
  ])('is %s', (_, says, title) => expect(titleOf(record(says), 'DC/Batman 045 (2018).cbz')).toBe(title));
});

describe('the series of a comic', () => {
  it.each([
    ['1', '1'],
    ['001', '1'],
    ['0', '0'],
    ['000', '0'],
    ['#12', '12'],
    ['1.5', '1.5'],
    ['01.50', '1.5'],
    ['1.05', '1.05'],
    ['1-3', '1-3'],
    ['001-003', '1-3'],
    ['2a', '2a'],
    ['½', '½'],
    ['-1', '-1'],
    ['Annual 1', 'Annual 1'],
    ['100', '100'],
    ['', undefined],
    [' ', undefined],
    ['no number at all, but a sentence about one', undefined],
  ])('counts "%s" as %s', (text, number) => expect(issueNumber(text)).toBe(number));

  it.each<[string, Partial<ComicRecord>, unknown]>([
    ['no number where none is given', { series: 'Batman' }, [{ name: 'Batman' }]],
    ['the volume for want of a number', { series: 'Naruto', volume: '03' }, [{ name: 'Naruto', number: '3' }]],
    [
      'the number before the volume',
      { series: 'Naruto', volume: '3', number: '21' },
      [{ name: 'Naruto', number: '21' }],
    ],
    ['no year for a number', { series: 'Batman', volume: '2011' }, [{ name: 'Batman' }]],
    [
      'the other series as well',
      { series: 'Spider-Man', number: '532', alternateSeries: 'Civil War', alternateNumber: '2' },
      [
        { name: 'Spider-Man', number: '532' },
        { name: 'Civil War', number: '2' },
      ],
    ],
    ['only the other one', { alternateSeries: 'Civil War' }, [{ name: 'Civil War' }]],
    [
      'one series once',
      { series: 'Batman', number: '1', alternateSeries: 'BATMAN', alternateNumber: '9' },
      [{ name: 'Batman', number: '1' }],
    ],
    ['nothing where there is only a number', { number: '1' }, []],
  ])('has %s', (_, says, series) => expect(seriesOf(record(says))).toEqual(series));
});

describe('the people of a comic', () => {
  const namesIn = (text: string) => peopleOf(record({ people: [{ role: 'author', text }] })).map(({ name }) => name);

  it.each([
    ['Stan Lee, Jack Kirby', ['Stan Lee', 'Jack Kirby']],
    ['Boichi, Riichiro Inagaki', ['Boichi', 'Riichiro Inagaki']],
    ['Hergé; Bob De Moor', ['Hergé', 'Bob De Moor']],
    ['Stan Lee & Jack Kirby', ['Stan Lee', 'Jack Kirby']],
    ['John Romita, Jr., Stan Lee', ['John Romita, Jr.', 'Stan Lee']],
    ['Stan Lee, STAN LEE,, ', ['Stan Lee']],
    ['Unknown', []],
    ['', []],
  ])('"%s" are %j', (text, names) => expect(namesIn(text)).toEqual(names));

  it.each<[string, Role]>([
    ['Writer', 'author'],
    ['Penciler', 'penciller'],
    ['Penciller', 'penciller'],
    ['Artist', 'illustrator'],
    ['Colorer', 'colorist'],
    ['Cover', 'coverArtist'],
    ['coverDesigner', 'coverArtist'],
    ['Translator', 'translator'],
    ['Editor In Chief', 'other'],
  ])('"%s" is the role %s', (word, role) => expect(comicRole(word)).toBe(role));
});

describe('the identifiers of a comic', () => {
  it.each<[string, Partial<ComicRecord>, string[]]>([
    ['an ISBN', { articleNumbers: ['978-0-06-153727-1'] }, ['isbn 9780061537271']],
    ['an ISBN with the price behind it', { articleNumbers: ['9780061537271 52499'] }, ['isbn 9780061537271']],
    ['no other article number', { articleNumbers: ['76194134194', '4006381333931', '9780061537272', ''] }, []],
    ['an issue of Comic Vine', { addresses: 'https://comicvine.gamespot.com/zot-1/4000-25042/' }, ['comicvine 25042']],
    ['no series of Comic Vine', { addresses: 'https://comicvine.gamespot.com/zot/4050-3556/' }, []],
    [
      'an address among others',
      { addresses: 'https://x.org/1, https://www.comics.org/issue/40120/ https://metron.cloud/issue/7/' },
      ['gcd 40120', 'metron 7'],
    ],
    ['no name of an issue for its number', { addresses: 'https://metron.cloud/issue/zot-1984-1/' }, []],
    ['Goodreads', { addresses: 'https://www.goodreads.com/book/show/2363466-zot' }, ['goodreads 2363466']],
    ['Amazon', { addresses: 'https://www.amazon.com/Zot/dp/B00AAJR1M4?x=1' }, ['asin B00AAJR1M4']],
    ['an ISBN at Amazon', { addresses: 'https://www.amazon.com/dp/0061537276' }, ['isbn 9780061537271']],
    ['no address in another', { addresses: 'https://evil.org/?https://www.comics.org/issue/1 comics.org/issue/2' }, []],
    ['no address that is none', { addresses: 'https:// http://[ https://%' }, []],
    [
      'what ComicTagger notes',
      { notes: 'Tagged with ComicTagger 1.3 using info from Comic Vine on 2021. [Issue ID 25042]' },
      ['comicvine 25042'],
    ],
    ['what ComicRack notes', { notes: 'Scraped metadata from ComicVine [CVDB25042].' }, ['comicvine 25042']],
    ['no number of another source', { notes: 'Tagged with ComicTagger using info from Metron. [Issue ID 25042]' }, []],
    ['each once', { notes: '[CVDB1]', addresses: 'https://comicvine.gamespot.com/x/4000-1/' }, ['comicvine 1']],
  ])('are %s', (_, says, expected) => {
    expect(identifiersOf(record(says)).map(({ scheme, value }) => `${scheme} ${value}`)).toEqual(expected);
  });
});

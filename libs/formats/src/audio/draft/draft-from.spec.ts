import { pngCover } from '@octavo/testing';
import type { AudioFile } from '../audio-file.js';
import { tagsOf } from '../testing/tags-of.js';
import { draftFrom } from './draft-from.js';

const draft = (tags: [string, string][], rest: Partial<AudioFile> = {}) =>
  draftFrom(
    { tags: tagsOf(...tags), pictures: [], chapters: [], durationSec: undefined, warnings: [], ...rest },
    'x.m4b',
    true,
  );

describe('what is read of an audio file', () => {
  it.each<[string, [string, string][], object]>([
    [
      'the longest description',
      [
        ['desc', 'Short.'],
        ['ldes', 'Much longer.'],
      ],
      { description: '<p>Much longer.</p>' },
    ],
    ['a comment where no description is there', [['COMM', 'A blurb.']], { description: '<p>A blurb.</p>' }],
    [
      'no description that is the title',
      [
        ['©nam', 'Emma'],
        ['desc', 'EMMA'],
      ],
      { description: undefined },
    ],
    ['a publisher', [['TPUB', 'Naxos']], { publisher: 'Naxos' }],
    ['no publisher that is none', [['©pub', 'Unknown']], { publisher: undefined }],
    ['a year', [['©day', '2006']], { published: { year: 2006 } }],
    ['a moment', [['TDRC', '2006-05-01T10:00:00']], { published: { year: 2006, month: 5, day: 1 } }],
    ['a date of Audible', [['rldt', '15-Jul-2011']], { published: { year: 2011, month: 7, day: 15 } }],
    [
      'the first date that is one',
      [
        ['TDRC', '0000'],
        ['TDOR', '1815'],
      ],
      { published: { year: 1815 } },
    ],
    ['a language', [['TLAN', 'eng']], { language: 'en' }],
    ['no language', [['TLAN', 'XXX']], { language: undefined }],
    ['genres', [['©gen', 'Classics/Romance; classics']], { subjects: ['Classics', 'Romance'] }],
    ['genres by backslash', [['GENRE', 'Classics\\Romance']], { subjects: ['Classics', 'Romance'] }],
    ['genres by number', [['TCON', '(57)(4)Satire']], { subjects: ['Comedy', 'Satire'] }],
    ['a genre that is a number', [['TCON', '100']], { subjects: ['Humour'] }],
    ['no genre that is the medium', [['©gen', 'Audiobook; Hörbuch; Fiction']], { subjects: ['Fiction'] }],
    ['an ASIN', [['CDEK', 'B002V1OF70']], { identifiers: [{ scheme: 'asin', value: 'B002V1OF70' }] }],
    [
      'an ASIN that is an ISBN',
      [['ASIN', '0441478123']],
      { identifiers: [{ scheme: 'isbn', value: '9780441478125' }] },
    ],
    ['an ISBN', [['ISBN', '978-0-441-47812-5']], { identifiers: [{ scheme: 'isbn', value: '9780441478125' }] }],
    [
      'no number that fails its check',
      [
        ['ISBN', '9780441478126'],
        ['ASIN', '12'],
      ],
      { identifiers: [] },
    ],
    ['that it is complete', [['ABRIDGED', 'No']], { abridged: false }],
    ['that it is abridged', [['ABRIDGED', '1']], { abridged: true }],
    ['neither of both', [['ABRIDGED', '?']], { abridged: undefined }],
    [
      'a track',
      [
        ['trkn', '3/12'],
        ['disk', '2'],
      ],
      { track: { disc: 2, number: 3 } },
    ],
    [
      'no track zero',
      [
        ['TRCK', '0'],
        ['TPOS', '00/2'],
      ],
      { track: undefined },
    ],
    ['no track of a side', [['TRCK', 'A1']], { track: undefined }],
  ])('is %s', async (_, tags, expected) => expect(await draft(tags)).toMatchObject(expected));

  it('is its chapters, in order, each start once, within the file', async () => {
    const chapters = [
      { title: ' Two\0', startSec: 20 },
      { title: 'One', startSec: 0 },
      { title: 'Again', startSec: 20.0004 },
      { title: 'Beyond', startSec: 90 },
      { title: 'Before', startSec: -1 },
      { title: 'Nowhere', startSec: NaN },
    ];
    const { chapters: read, warnings } = await draft([['©nam', 'Emma']], { chapters, durationSec: 60 });
    expect(read).toEqual([
      { title: 'One', startSec: 0 },
      { title: 'Two', startSec: 20 },
    ]);
    expect(warnings).toEqual(['Left out 3 chapters that begin outside the file.']);
  });

  it('is one chapter where the file is one of its book', async () => {
    const tags: [string, string][] = [
      ['©nam', 'Chapter 1'],
      ['©alb', 'Emma'],
    ];
    expect(await draft(tags)).toMatchObject({ title: 'Emma', chapters: [{ title: 'Chapter 1', startSec: 0 }] });
    expect((await draft([['©nam', 'Emma']])).chapters).toBeUndefined();
  });

  it.each([-1, 0, NaN, Infinity, 1e9])('is no length of %s seconds', async (durationSec) => {
    const { durationSec: read, warnings } = await draft([['©nam', 'Emma']], { durationSec });
    expect(read).toBeUndefined();
    expect(warnings).toHaveLength(1);
  });

  it('is the front cover, or the first picture that can be one', async () => {
    const [small, cover, back] = [pngCover({ width: 20 }), pngCover({ seed: 1 }), pngCover({ seed: 2 })];
    const covers = async (...pictures: AudioFile['pictures']) =>
      (await draft([['©nam', 'Emma']], { pictures })).cover?.bytes;
    expect(await covers({ bytes: back, front: false }, { bytes: cover, front: true })).toBe(cover);
    expect(await covers({ bytes: small, front: true }, { bytes: back, front: false })).toBe(back);
    expect((await draft([['©nam', 'Emma']], { pictures: [{ bytes: small, front: true }] })).warnings).toHaveLength(1);
  });

  it('says so where there is no title', async () => {
    expect((await draft([])).warnings).toEqual(['The file does not name its title.']);
  });
});

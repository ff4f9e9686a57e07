import { tagsOf } from '../testing/tags-of.js';
import { titlesFrom } from './titles.js';

const titles = (title: string, album: string, name: string, wholeBook: boolean) =>
  titlesFrom(tagsOf(['©nam', title], ['©alb', album]), name, wholeBook);

interface Case {
  title?: string;
  album?: string;
  name?: string;
  wholeBook?: boolean;
}

describe('the title of an audio file', () => {
  it.each<[string, Case, string | undefined]>([
    ['the title', { title: 'Emma' }, 'Emma'],
    ['the album where nothing else is there', { album: 'Emma' }, 'Emma'],
    ['the title of a whole book', { title: 'The Two Towers', album: 'The Lord of the Rings' }, 'The Two Towers'],
    ['the album of a part', { title: 'Prologue to it all', album: 'Emma', name: '01.mp3', wholeBook: false }, 'Emma'],
    ['no album that is none', { title: 'Emma', album: 'Audiobooks', name: '01.mp3', wholeBook: false }, 'Emma'],
    ['the album where the title is a chapter', { title: 'Chapter 12', album: 'Emma' }, 'Emma'],
    ['the album where the title is a part in words', { title: 'Part One', album: 'Emma' }, 'Emma'],
    ['the album where the title is said before a book', { title: 'Opening Credits', album: 'Emma' }, 'Emma'],
    ['the album where the title begins with a number', { title: '01 - Highbury', album: 'Emma' }, 'Emma'],
    ['the album where the title is a part of it', { title: 'Emma (Part 2 of 3)', album: 'Emma' }, 'Emma'],
    [
      'the album where the title is the name of the file',
      { title: 'emma_rip', album: 'Emma', name: 'a/b/emma_rip.m4b' },
      'Emma',
    ],
    ['a year', { title: '1984', album: 'Orwell' }, '1984'],
    ['a number of things', { title: '101 Dalmatians', album: 'Disney' }, '101 Dalmatians'],
    ['a title with its article in front', { title: 'Hobbit, The' }, 'The Hobbit'],
    ['nothing where nothing is said', { album: ' ' }, undefined],
  ])('is %s', (_, { title = '', album = '', name = 'x.m4b', wholeBook = true }, expected) =>
    expect(titles(title, album, name, wholeBook).title).toBe(expected),
  );

  it.each([
    ['its number is not the first', ['trkn', '2']],
    ['it is one of several', ['trkn', '1/9']],
    ['it is one of several, as Vorbis says it', ['TRACKTOTAL', '9']],
  ] as [string, [string, string]][])('is the album of a whole book where %s', (_, tag) => {
    const tags = tagsOf(['©nam', 'Highbury'], ['©alb', 'Emma'], tag);
    expect(titlesFrom(tags, 'x.m4b', true)).toMatchObject({ title: 'Emma', trackTitle: 'Highbury' });
  });

  it('leaves the name of the part to its chapter', () => {
    expect(titles('Highbury', 'Emma', '01.mp3', false).trackTitle).toBe('Highbury');
    expect(titles('EMMA', 'Emma', '01.mp3', false).trackTitle).toBeUndefined();
  });

  it('gives up what says that it is abridged or not', () => {
    expect(titles('The Martian (Unabridged)', '', 'x.m4b', true)).toMatchObject({
      title: 'The Martian',
      abridged: false,
    });
    expect(titles('Emma [Abridged Edition]', '', 'x.m4b', true)).toMatchObject({ title: 'Emma', abridged: true });
    expect(titles('(Unabridged)', '', 'x.m4b', true)).toMatchObject({ title: '(Unabridged)', abridged: false });
    expect(titles('Emma', '', 'x.m4b', true).abridged).toBeUndefined();
  });

  it.each(['TIT3', 'SUBTITLE'])('has a subtitle in %s', (name) =>
    expect(titlesFrom(tagsOf([name, 'A <i>Novel</i>']), 'x.m4b', true).subtitle).toBe('A Novel'),
  );
});

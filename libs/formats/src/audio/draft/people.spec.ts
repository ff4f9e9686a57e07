import { tagsOf } from '../testing/tags-of.js';
import { peopleIn } from './people.js';

const people = (...tags: [string, string][]) => peopleIn(tagsOf(...tags)).map(({ name, role }) => `${role}: ${name}`);

describe('the people of an audio file', () => {
  it.each<[string, [string, string][], string[]]>([
    [
      'the album artist as author',
      [
        ['aART', 'Jane Austen'],
        ['©ART', 'A Label'],
      ],
      ['author: Jane Austen'],
    ],
    ['the artist where no album artist is there', [['TPE1', 'Jane Austen']], ['author: Jane Austen']],
    [
      'the artist where the album artist is nobody',
      [
        ['aART', 'Various Artists'],
        ['©ART', 'Ann Bee'],
      ],
      ['author: Ann Bee'],
    ],
    [
      'the narrator',
      [
        ['©nrt', 'Juliet Stevenson'],
        ['©wrt', 'Some Body'],
      ],
      ['narrator: Juliet Stevenson'],
    ],
    ['the composer as narrator', [['TCOM', 'Juliet Stevenson']], ['narrator: Juliet Stevenson']],
    ['a narrator of a free name', [['NARRATOR', 'Juliet Stevenson']], ['narrator: Juliet Stevenson']],
    ['several by semicolon', [['TPE2', 'Ann Bee; Cee Dee']], ['author: Ann Bee', 'author: Cee Dee']],
    ['several by slash', [['TPE2', 'Ann Bee/Cee Dee']], ['author: Ann Bee', 'author: Cee Dee']],
    ['one with a slash in the name', [['TPE2', 'AC/DC']], ['author: AC/DC']],
    [
      'several by ampersand and comma',
      [['TPE2', 'Ann Bee, Cee Dee & Eff Gee']],
      ['author: Ann Bee', 'author: Cee Dee', 'author: Eff Gee'],
    ],
    [
      'several by tag',
      [
        ['ARTIST', 'Ann Bee'],
        ['ARTIST', 'Cee Dee'],
      ],
      ['author: Ann Bee', 'author: Cee Dee'],
    ],
    ['one turned round', [['TPE2', 'Austen, Jane']], ['author: Jane Austen']],
    [
      'no narrator among the authors',
      [
        ['TPE2', 'Jane Austen, Juliet Stevenson'],
        ['TCOM', 'juliet stevenson'],
      ],
      ['author: Jane Austen', 'narrator: juliet stevenson'],
    ],
    [
      'an author who reads alone as both',
      [
        ['TPE2', 'Stephen Fry'],
        ['TCOM', 'Stephen Fry'],
      ],
      ['author: Stephen Fry', 'narrator: Stephen Fry'],
    ],
    [
      'a role behind a name',
      [['TPE2', 'Homer, Robert Fagles - translator']],
      ['author: Homer', 'translator: Robert Fagles'],
    ],
    [
      'a role in brackets',
      [['TPE2', 'Jane Austen; Juliet Stevenson (Narrator)']],
      ['author: Jane Austen', 'narrator: Juliet Stevenson'],
    ],
    [
      'work that is none of ours',
      [['TPE2', 'Jane Austen, Ann Bee - introduction']],
      ['author: Jane Austen', 'other: Ann Bee'],
    ],
    ['a dash in a name', [['TPE2', 'Jean - Luc']], ['author: Jean - Luc']],
    ['each but once', [['TPE2', 'Ann Bee; ann bee']], ['author: Ann Bee']],
    [
      'nobody',
      [
        ['TPE2', 'Unknown'],
        ['TCOM', ' '],
      ],
      [],
    ],
  ])('are %s', (_, tags, expected) => expect(people(...tags)).toEqual(expected));
});

import { ROLES } from '@octavo/domain';
import { authorsOf, byRole } from './contributors.js';

const austen = { name: 'Jane Austen', role: 'author' } as const;
const heaney = { name: 'Seamus Heaney', role: 'translator' } as const;
const king = { name: 'Stephen King', role: 'author' } as const;
const straub = { name: 'Peter Straub', role: 'author' } as const;

describe('the people of a book in few words', () => {
  it.each([
    [[heaney, austen], 'Jane Austen'],
    [[king, straub], 'Stephen King, Peter Straub'],
    [[heaney], 'Seamus Heaney'],
    [[], ''],
  ])('%j', (contributors, words) => {
    expect(authorsOf(contributors)).toBe(words);
  });
});

describe('the people of a book by what they did', () => {
  it('gathers those of one role, in the order of first mention', () => {
    expect(byRole([king, heaney, straub])).toEqual([
      { words: 'by', names: ['Stephen King', 'Peter Straub'] },
      { words: 'translated by', names: ['Seamus Heaney'] },
    ]);
  });

  it('has words for every role', () => {
    for (const role of ROLES) expect(byRole([{ name: 'X', role }])[0]?.words).toBeTruthy();
  });
});

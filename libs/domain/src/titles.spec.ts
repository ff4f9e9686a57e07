import { cleanTitle, sortTitle } from './titles.js';

describe('a title', () => {
  it.each([
    ['  The\n\tLeft  Hand ', 'The Left Hand'],
    ['Hobbit, The', 'The Hobbit'],
    ['Zauberberg, Der', 'Der Zauberberg'],
    ['Guns, Germs, and Steel', 'Guns, Germs, and Steel'],
    ['Me, Myself, a', 'a Me, Myself'],
    [', The', ', The'],
    ['Cafe\u0301', 'Café'],
    ['', ''],
  ])('is tidied: %j -> %j', (written, tidy) => expect(cleanTitle(written)).toBe(tidy));

  it.each([
    ['The Hobbit', 'en', 'Hobbit, The'],
    ['The Hobbit', undefined, 'Hobbit, The'],
    ['Die Verwandlung', 'de', 'Verwandlung, Die'],
    ['Die Hard', 'en', 'Die Hard'],
    ['Les Misérables', 'fr-FR', 'Misérables, Les'],
    ['The', 'en', 'The'],
    ['The Book', 'constructor', 'The Book'],
    ['The ', 'en', 'The '],
    ['草枕', 'ja', '草枕'],
  ])('is sorted in its own language: %j in %s -> %j', (title, language, sorted) =>
    expect(sortTitle(title, language)).toBe(sorted),
  );
});

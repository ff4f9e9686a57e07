import { knowledgeOf, nameKey, namesAgree } from './known-people.js';

describe('names of the same person', () => {
  it.each(['J.R.R. Tolkien', 'J. R. R. Tolkien', 'JRR Tolkien', 'j r r tolkien'])('have one key: %s', (name) =>
    expect(nameKey(name)).toBe('jrr tolkien'),
  );

  it.each([
    ['J.R.R. Tolkien', 'Tolkien', true],
    ['Tolkien, J. R. R.', 'J.R.R. Tolkien', true],
    ['Terry Pratchett & Neil Gaiman', 'Gaiman, Neil', true],
    ['Brontë', 'Charlotte Bronte', true],
    ['Terry Pratchett', 'Terry Brooks', false],
    ['J', 'A J', false],
    ['Unknown', 'Unknown', false],
    ['', '', false],
  ])('%j and %j: %s', (a, b, agree) => expect(namesAgree(a, b)).toBe(agree));

  it.each([
    ['Tolkien, J.R.R.', 'is'],
    ['Jane Doe & J. R. R. Tolkien', 'is'],
    ['Tolkien J.R.R.', 'is'],
    ['The Letters of J.R.R. Tolkien', 'holds'],
    ['The Odyssey of Homer', 'nothing'],
    ['Homer', 'is'],
    ['Homer (translator)', 'is'],
    ['Jane Doe', 'nothing'],
    ['', 'nothing'],
  ])('a library knows of %j: %s', (text, knowledge) =>
    expect(knowledgeOf(new Set(['j.r.r. tolkien', 'homer']))(text)).toBe(knowledge),
  );
});
